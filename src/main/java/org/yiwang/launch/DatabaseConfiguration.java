package org.yiwang.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
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
  @Bean
  HikariDataSource dataSource(Environment environment, ObjectProvider<OpeningDatabase> opening) {
    String url = environment.getProperty("yiwang.db.url", "");
    if (!url.isBlank()) {
      return OpeningDatabase.open(
          pack(environment),
          environment.getProperty(ProgramSettings.MAY_BEGIN, Boolean.class, true),
          outside(environment, url));
    }
    return opening
        .getIfAvailable(
            () -> {
              throw new LaunchException(
                  "没有数据库：请用 ./yiwang 启动，或设置 YIWANG_DB_URL。",
                  "There is no database: start with ./yiwang, or set YIWANG_DB_URL.");
            })
        .await();
  }

  private static Path pack(Environment environment) {
    return Path.of(environment.getRequiredProperty("yiwang.pack"));
  }

  private static DatabaseAddress outside(Environment environment, String url) {
    return new DatabaseAddress(
        url,
        environment.getProperty("yiwang.db.user", "yiwang"),
        environment.getProperty("yiwang.db.password", ""));
  }
}
