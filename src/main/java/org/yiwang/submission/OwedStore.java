package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.pack.Text;

/** SQL of papers that are to follow. */
@Repository
class OwedStore {
  private final JdbcClient sql;

  OwedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** A paper from now on to follow. */
  void insert(Submission sent, Owed fresh, @Nullable Instant remind) {
    sql.sql(
            """
            insert into submission_owed (submission, account, matter, evidence, name_zh, name_en,
              promise, due, next_look, remind, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing
            """)
        .params(sent.id(), sent.account(), fresh.matter(), fresh.evidence())
        .params(List.of(fresh.name().zh(), fresh.name().en()))
        .param(fresh.promise())
        .params(stamp(fresh.due()), stamp(fresh.due()))
        .param(remind == null ? null : stamp(remind))
        .update();
  }

  List<Owed> list(UUID submission) {
    return sql.sql("select * from submission_owed where submission = ? order by due, evidence")
        .param(submission)
        .query(OwedStore::owed)
        .list();
  }

  Optional<Owed> findOpen(UUID submission, String evidence) {
    return sql.sql(
            """
            select * from submission_owed
             where submission = ? and evidence = ? and state = 'OPEN' for update
            """)
        .params(submission, evidence)
        .query(OwedStore::owed)
        .optional();
  }

  List<UUID> listToLookAt(Instant now, int most) {
    return sql.sql("select id from submission_owed where next_look <= ? order by next_look limit ?")
        .params(stamp(now), most)
        .query(UUID.class)
        .list();
  }

  /** When one is to be looked at, or somebody reminded, next. */
  Optional<Instant> findNextLook() {
    return sql.sql(
            """
            select least(min(next_look), min(remind) filter (where state = 'OPEN'))
              from submission_owed
            """)
        .query(
            (row, number) ->
                Optional.ofNullable(row.getTimestamp("least")).map(Timestamp::toInstant))
        .single();
  }

  /** Locked for the transaction under way; empty if another instance has it or had it. */
  Optional<Owed> lockToLookAt(UUID id, Instant now) {
    return sql.sql(
            """
            select * from submission_owed where id = ? and next_look <= ? for update skip locked
            """)
        .params(id, stamp(now))
        .query(OwedStore::owed)
        .optional();
  }

  /** Takes the reminders that are due, so that each is told once. */
  List<Owed> takeReminders(Instant now) {
    return sql.sql(
            """
            update submission_owed set remind = null
             where remind <= ? and state = 'OPEN' returning *
            """)
        .param(stamp(now))
        .query(OwedStore::owed)
        .list();
  }

  /** Puts a reminder off (推迟提醒), unless it would come when it is due or later. */
  void remindAt(UUID id, Instant at) {
    sql.sql("update submission_owed set remind = ? where id = ? and due > ?")
        .params(stamp(at), id, stamp(at))
        .update();
  }

  void postpone(UUID id, Instant until) {
    sql.sql("update submission_owed set next_look = ? where id = ?")
        .params(stamp(until), id)
        .update();
  }

  /** It is asked for again, until then (重新计时). */
  void dueAgain(UUID id, Instant due, @Nullable Instant remind) {
    sql.sql("update submission_owed set due = ?, next_look = ?, remind = ? where id = ?")
        .params(stamp(due), stamp(due))
        .param(remind == null ? null : stamp(remind))
        .param(id)
        .update();
  }

  void settled(UUID id, Owed.State state, Instant now) {
    sql.sql(
            """
            update submission_owed set state = ?, settled = ?, next_look = null, remind = null
             where id = ?
            """)
        .params(state.name(), stamp(now), id)
        .update();
  }

  /** What a broken promise asked for is not needed any more. */
  void forgive(UUID promise, Instant now) {
    sql.sql(
            """
            update submission_owed set state = 'ENDED', settled = ?, next_look = null, remind = null
             where promise = ? and state = 'OPEN'
            """)
        .params(stamp(now), promise)
        .update();
  }

  private static Timestamp stamp(Instant at) {
    return Timestamp.from(at);
  }

  private static Owed owed(ResultSet row, int number) throws SQLException {
    Timestamp settled = row.getTimestamp("settled");
    return new Owed(
        row.getObject("id", UUID.class),
        row.getObject("submission", UUID.class),
        row.getString("matter"),
        row.getString("evidence"),
        Text.of(row.getString("name_zh"), row.getString("name_en")),
        row.getObject("promise", UUID.class),
        row.getTimestamp("due").toInstant(),
        Owed.State.valueOf(row.getString("state")),
        settled == null ? null : settled.toInstant());
  }
}
