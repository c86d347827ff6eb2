package org.yiwang.casework;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** Reads cases from rows of casework_case. */
final class CaseRows {
  private CaseRows() {}

  static Case one(ResultSet row, int index) throws SQLException {
    return new Case(
        row.getString("number"),
        row.getInt("version"),
        position(row),
        clocks(row),
        about(row),
        where(row),
        row.getString("proposed_unit"),
        row.getString("unit"),
        row.getString("holder"),
        new Case.Origin(
            row.getString("channel"),
            row.getObject("reporter", UUID.class),
            row.getString("reporter_account")),
        row.getObject("rating", Integer.class),
        row.getBoolean("invented"),
        parent(row));
  }

  private static Case.@Nullable Parent parent(ResultSet row) throws SQLException {
    String number = row.getString("parent");
    return number == null
        ? null
        : new Case.Parent(number, row.getString("opinion"), row.getInt("parent_version"));
  }

  private static Case.Position position(ResultSet row) throws SQLException {
    return new Case.Position(
        row.getString("application"),
        row.getString("lifecycle"),
        row.getInt("lifecycle_version"),
        row.getString("step"),
        row.getBoolean("waiting"),
        row.getInt("escalation"),
        strings(row.getArray("raised_to")));
  }

  private static Case.Clocks clocks(ResultSet row) throws SQLException {
    return new Case.Clocks(
        row.getTimestamp("opened").toInstant(),
        row.getTimestamp("step_since").toInstant(),
        instant(row.getTimestamp("step_due")),
        row.getString("time_limit"),
        instant(row.getTimestamp("due")),
        instant(row.getTimestamp("closed")));
  }

  private static Case.About about(ResultSet row) throws SQLException {
    return new Case.About(
        row.getString("category"),
        row.getString("category_group"),
        Text.of(row.getString("title_zh"), row.getString("title_en")),
        row.getString("description"));
  }

  private static Case.Where where(ResultSet row) throws SQLException {
    return new Case.Where(
        row.getString("address"),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getString("area"),
        row.getString("grid"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
