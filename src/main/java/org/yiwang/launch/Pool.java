package org.yiwang.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connections to one schema of a PostgreSQL. */
final class Pool {
  /** More connections than this make two cores slower, not quicker. */
  private static final int CONNECTIONS = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Pool() {}

  /** A pool whose connections see the schema, and {@code public} for extensions. */
  static HikariDataSource open(DatabaseAddress address, String schema) {
    return open(address, schema, CONNECTIONS);
  }

  static HikariDataSource open(DatabaseAddress address, String schema, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(4, connections));
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
    config.addDataSourceProperty("currentSchema", schema + ",public");
    config.addDataSourceProperty("ApplicationName", "yiwang " + schema);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("preparedStatementCacheQueries", "512");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
