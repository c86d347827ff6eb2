package org.yiwang.launch;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a district's schema up to date (数据库迁移). A district lives in one schema of its own, so that
 * several share a database without seeing each other.
 */
final class Migration {
  /** PostgreSQL cuts longer names off. */
  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String TABLE = "launch_migration";

  private Migration() {}

  /** The schema of a pack: its id, with underscores where that has hyphens. */
  static String schema(String pack) {
    String schema = pack.replace('-', '_');
    if (!SCHEMA.matcher(schema).matches() || schema.startsWith("pg_")) {
      throw new LaunchException(
          "配置包的目录名只用小写字母、数字和连字符；“%s”不行，请改名。".formatted(pack),
          "A pack's folder is named with lower-case letters, digits and hyphens; '%s' is not: rename it."
              .formatted(pack));
    }
    return schema;
  }

  /** Whether a district has been begun in the schema. */
  static boolean begun(DataSource database, String schema) {
    return JdbcClient.create(database)
        .sql("SELECT count(*) > 0 FROM pg_tables WHERE schemaname = ? AND tablename = ?")
        .params(schema, TABLE)
        .query(Boolean.class)
        .single();
  }

  /**
   * Makes the schema if it is absent and applies what is new; says how many scripts that were.
   *
   * @throws LaunchException if a newer program has been at the schema, or scripts were changed
   */
  static int apply(DataSource database, String schema) {
    Flyway flyway = scripts(database, schema).load();
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayValidateException e) {
      throw otherScripts(flyway, schema, e);
    }
  }

  /** Flyway lets what only a newer program knows pass unless it is told to ignore nothing. */
  static FluentConfiguration scripts(DataSource database, String schema) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/*")
        .defaultSchema(schema)
        .schemas(schema)
        .createSchemas(true)
        .outOfOrder(true)
        .table(TABLE)
        .ignoreMigrationPatterns(new String[0]);
  }

  private static LaunchException otherScripts(
      Flyway flyway, String schema, FlywayValidateException e) {
    String unknown =
        Arrays.stream(flyway.info().applied())
            .filter(script -> !script.getState().isResolved())
            .map(script -> String.valueOf(script.getVersion()))
            .collect(Collectors.joining(", "));
    if (unknown.isEmpty()) {
      return new LaunchException(
          "区划 %s 的数据库由另一版脚本建立（%s）。请用建立它的那个版本启动。".formatted(schema, e.getMessage()),
          "The database of %s was made with other scripts (%s). Start the build that made it."
              .formatted(schema, e.getMessage()),
          e);
    }
    return new LaunchException(
        "区划 %s 的数据库比本程序新（脚本 %s）。请启动更新的一网版本；数据没有改动。".formatted(schema, unknown),
        "The database of %s is newer than this program (script %s). Start a newer Yiwang; nothing was changed."
            .formatted(schema, unknown),
        e);
  }
}
