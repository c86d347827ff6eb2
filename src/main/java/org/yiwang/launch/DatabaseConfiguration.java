package org.yiwang.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The data source: an outside PostgreSQL if {@code YIWANG_DB_URL} names one, else the embedded one.
 * Whoever gets it finds the district's schema up to date.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /** Where the embedded database is; waits until it can be used. */
  interface Embedded extends Supplier<DatabaseAddress> {}

  @Bean
  HikariDataSource dataSource(Environment environment, ObjectProvider<Embedded> embedded) {
    Path pack = Path.of(environment.getRequiredProperty("yiwang.pack")).toAbsolutePath();
    String schema = Migration.schema(pack.normalize().getFileName().toString());
    HikariDataSource pool = Pool.open(address(environment, embedded), schema);
    Migration.apply(pool, schema);
    return pool;
  }

  private static DatabaseAddress address(
      Environment environment, ObjectProvider<Embedded> embedded) {
    String url = environment.getProperty("yiwang.db.url", "");
    if (url.isBlank()) {
      return embedded
          .getIfAvailable(
              () -> {
                throw new LaunchException(
                    "There is no database: start with ./yiwang, or set YIWANG_DB_URL.");
              })
          .get();
    }
    return new DatabaseAddress(
        url,
        environment.getProperty("yiwang.db.user", "yiwang"),
        environment.getProperty("yiwang.db.password", ""));
  }
}
