package org.yiwang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.yiwang.launch.DatabaseAddress;

/**
 * The same facts written by plain SQL: the same tables with the same indexes in a schema of their
 * own, one transaction for each of create, assign and resolve, then one look by number.
 */
final class PlainSql implements Worker {
  private static final String OPEN =
      """
      insert into casework_case (number, application, lifecycle, lifecycle_version, step, waiting,
        step_since, step_due, time_limit, due, next_timer, category, category_group, title_zh,
        title_en, description, address, lon, lat, area, grid, proposed_unit, channel, opened)
      values (?, 'bench', 'fast', 1, 'received', true, now(), now() + interval '20 minutes',
        '2 urgent-hours', now() + interval '2 hours', now() + interval '20 minutes', 'bench',
        'bench', '测量', 'Bench', ?, '测量点 bench point', 121.5, 31.28, 'a', 'g', 'u', 'bench',
        now())
      """;
  private static final String FOUND_BY =
      "insert into casework_word (number, words) values (?, string_to_array(?, ' '))";
  private static final String MOVE =
      """
      update casework_case set version = version + 1, step = ?, waiting = not ?, step_since = now(),
        step_due = now() + interval '1 hour', next_timer = now() + interval '1 hour', unit = 'u',
        closed = case when ? then now() end
      where number = ? and version = ?
      """;
  private static final String ENTRY =
      """
      insert into journal_entry
        (at, kind, subject, actor_kind, actor_account, actor_zh, actor_en, facts)
      values (now(), ?, ?, 'PERSON', 'bench', '测量', 'Bench', ?::jsonb)
      """;
  private static final String FACTS =
      "{\"version\": 2, \"action\": \"dispatch\", \"from\": \"received\", \"to\": \"handle\","
          + " \"unit\": \"construction\", \"step-due\": \"2026-11-22T13:00:00Z\"}";
  private static final String WORDS =
      "测量 井盖 盖缺 缺失 夜间 间无 无照 照明 bench cover missing no light at night point";

  private final Connection connection;
  private final PreparedStatement open;
  private final PreparedStatement foundBy;
  private final PreparedStatement move;
  private final PreparedStatement entry;
  private final PreparedStatement search;

  private PlainSql(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    open = connection.prepareStatement(OPEN);
    foundBy = connection.prepareStatement(FOUND_BY);
    move = connection.prepareStatement(MOVE);
    entry = connection.prepareStatement(ENTRY);
    search = connection.prepareStatement("select * from casework_case where number = ?");
  }

  static Timings measured(
      DatabaseAddress database, BenchScene scene, BenchPlan plan, Progress progress) {
    String from = scene.district().id().replace('-', '_');
    return new BareTables(
            database, from, List.of("casework_case", "casework_word", "journal_entry"))
        .measured(tables -> plan.run("plain SQL", progress, () -> new PlainSql(tables.open())));
  }

  @Override
  public void once() throws SQLException {
    String number = UUID.randomUUID().toString();
    open.setString(1, number);
    open.setString(2, HttpLifecycle.WORDS);
    open.executeUpdate();
    foundBy.setString(1, number);
    foundBy.setString(2, WORDS);
    foundBy.executeUpdate();
    entry("case.opened", number);
    connection.commit();
    move(number, "handle", 1, false);
    move(number, "closed", 2, true);
    search.setString(1, number);
    try (ResultSet found = search.executeQuery()) {
      if (!found.next() || found.getTimestamp("closed") == null) {
        throw new SQLException("The case " + number + " was not found closed");
      }
    }
    connection.commit();
  }

  private void move(String number, String step, int version, boolean closes) throws SQLException {
    move.setString(1, step);
    move.setBoolean(2, closes);
    move.setBoolean(3, closes);
    move.setString(4, number);
    move.setInt(5, version);
    if (move.executeUpdate() != 1) {
      throw new SQLException("The case " + number + " was changed by somebody else");
    }
    entry("case.moved", number);
    connection.commit();
  }

  private void entry(String kind, String number) throws SQLException {
    entry.setString(1, kind);
    entry.setString(2, "case:" + number);
    entry.setString(3, FACTS);
    entry.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
