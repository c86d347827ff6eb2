package org.yiwang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.yiwang.launch.DatabaseAddress;

/**
 * Empty copies of some of the program's tables with the same indexes, in a schema of their own that
 * is dropped in the end: where plain SQL writes the same facts.
 *
 * @param from the schema of the program
 */
record BareTables(DatabaseAddress database, String from, List<String> tables) {

  /** Opens a connection that sees the copies. */
  interface Connections {
    Connection open() throws SQLException;
  }

  Timings measured(Function<Connections, Timings> run) {
    String schema = "bench_" + UUID.randomUUID().toString().substring(0, 8);
    try (Connection owner = connect("public");
        Statement sql = owner.createStatement()) {
      sql.execute("create schema " + schema);
      try {
        for (String table : tables) {
          sql.execute(
              "create table %1$s.%2$s (like %3$s.%2$s including all)"
                  .formatted(schema, table, from));
        }
        return run.apply(() -> connect(schema));
      } finally {
        sql.execute("drop schema " + schema + " cascade");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("Plain SQL could not be measured: " + failed, failed);
    }
  }

  private Connection connect(String schema) throws SQLException {
    String separator = database.url().contains("?") ? "&" : "?";
    return DriverManager.getConnection(
        database.url() + separator + "currentSchema=" + schema,
        database.user(),
        database.password());
  }
}
