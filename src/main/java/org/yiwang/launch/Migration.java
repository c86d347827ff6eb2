package org.yiwang.launch;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a district's schema up to date (数据库迁移). A district lives in one schema of its own, so that
 * several share a database without seeing each other.
 */
final class Migration {
  /** PostgreSQL cuts longer names off. */
  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private Migration() {}

  /** The schema of a pack: its id, with underscores where that has hyphens. */
  static String schema(String pack) {
    String schema = pack.replace('-', '_');
    if (!SCHEMA.matcher(schema).matches() || schema.startsWith("pg_")) {
      throw new LaunchException(
          "A pack's folder is named with lower-case letters, digits and hyphens; '%s' is not."
              .formatted(pack));
    }
    return schema;
  }

  /** Makes the schema if it is absent and applies what is new; says how many scripts that were. */
  static int apply(DataSource database, String schema) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/*")
        .defaultSchema(schema)
        .schemas(schema)
        .createSchemas(true)
        .outOfOrder(true)
        .table("launch_migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
