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
import org.yiwang.journal.Journal.Sealed;
import org.yiwang.pack.Text;
import org.yiwang.submission.SignedPromise.State;
import org.yiwang.submission.SignedPromise.Way;

/** SQL of signed promises. */
@Repository
class PromiseStore {
  private final JdbcClient sql;

  PromiseStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(SignedPromise fresh, @Nullable Instant remind) {
    SignedPromise.Words words = fresh.words();
    sql.sql(
            """
            insert into submission_promise (id, submission, account, party, matter, evidence,
              name_zh, name_en, text_zh, text_en, broken_zh, broken_en, signed, due, next_look,
              state, remind)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(fresh.id(), fresh.submission(), fresh.account(), fresh.party())
        .params(List.of(fresh.matter(), fresh.evidence(), words.name().zh(), words.name().en()))
        .params(List.of(words.text().zh(), words.text().en()))
        .params(List.of(words.broken().zh(), words.broken().en()))
        .params(stamp(fresh.signed()), stamp(fresh.due()), stamp(fresh.due()))
        .params(fresh.state().name())
        .param(remind == null ? null : stamp(remind))
        .update();
  }

  /** The promiser's signature (签名), a compact JWS over all that was on the screen. */
  void keepSignature(UUID id, String signature) {
    sql.sql("update submission_promise set signature = ? where id = ?")
        .params(signature, id)
        .update();
  }

  /** Empty for what was promised before signatures were kept. */
  Optional<String> findSignature(UUID id) {
    return sql.sql("select signature from submission_promise where id = ? and signature <> ''")
        .param(id)
        .query(String.class)
        .optional();
  }

  Optional<SignedPromise> find(UUID id) {
    return sql.sql("select * from submission_promise where id = ?")
        .param(id)
        .query(PromiseStore::promise)
        .optional();
  }

  /** The promise that a case checks. */
  Optional<SignedPromise> findByCheck(String number) {
    return sql.sql("select * from submission_promise where check_number = ?")
        .param(number)
        .query(PromiseStore::promise)
        .optional();
  }

  /** All that was signed for these parties, the newest first. */
  List<SignedPromise> listOf(List<UUID> parties) {
    return sql.sql(
            "select * from submission_promise where party in (:parties) order by signed desc, id")
        .param("parties", parties)
        .query(PromiseStore::promise)
        .list();
  }

  List<SignedPromise> listOf(UUID submission) {
    return sql.sql("select * from submission_promise where submission = ? order by evidence")
        .param(submission)
        .query(PromiseStore::promise)
        .list();
  }

  /** Promises that were found not true and still bar whom they were made for. */
  List<SignedPromise> listBarring(UUID party, Instant now) {
    return sql.sql(
            """
            select * from submission_promise
             where party = ? and state = 'BROKEN' and barred_until > ? order by decided
            """)
        .params(party, stamp(now))
        .query(PromiseStore::promise)
        .list();
  }

  List<UUID> listToLookAt(Instant now, int most) {
    return sql.sql(
            "select id from submission_promise where next_look <= ? order by next_look limit ?")
        .params(stamp(now), most)
        .query(UUID.class)
        .list();
  }

  /** When one is to be looked at, or somebody reminded, next. */
  Optional<Instant> findNextLook() {
    return sql.sql(
            """
            select least(min(next_look), min(remind) filter (where state = 'STANDS'))
              from submission_promise
            """)
        .query((row, number) -> Optional.ofNullable(at(row, "least")))
        .single();
  }

  /** Locked for the transaction under way; empty if another instance has it or had it. */
  Optional<SignedPromise> lockToLookAt(UUID id, Instant now) {
    return sql.sql(
            """
            select * from submission_promise where id = ? and next_look <= ?
               for update skip locked
            """)
        .params(id, stamp(now))
        .query(PromiseStore::promise)
        .optional();
  }

  /** Takes the reminders that are due, so that each is told once. */
  List<SignedPromise> takeReminders(Instant now) {
    return sql.sql(
            """
            update submission_promise set remind = null
             where remind <= ? and state = 'STANDS' returning *
            """)
        .param(stamp(now))
        .query(PromiseStore::promise)
        .list();
  }

  /** Puts a reminder off (推迟提醒), unless it would come when it is due or later. */
  void remindAt(UUID id, Instant at) {
    sql.sql("update submission_promise set remind = ? where id = ? and due > ?")
        .params(stamp(at), id, stamp(at))
        .update();
  }

  void postpone(UUID id, Instant until) {
    sql.sql("update submission_promise set next_look = ? where id = ?")
        .params(stamp(until), id)
        .update();
  }

  void drawn(UUID id, Way way, Sealed sealed) {
    sql.sql(
            """
            update submission_promise set way = ?, sealed_size = ?, sealed_root = ? where id = ?
            """)
        .params(way.name(), sealed.size(), sealed.root(), id)
        .update();
  }

  /** The checkpoint by which it was drawn. */
  Optional<Sealed> findDraw(UUID id) {
    return sql.sql(
            """
            select sealed_size as size, sealed_root as root from submission_promise
             where id = ? and sealed_root is not null
            """)
        .param(id)
        .query(Sealed.class)
        .optional();
  }

  void checking(UUID id, String number) {
    sql.sql(
            """
            update submission_promise set state = 'CHECKING', check_number = ?, next_look = null,
              remind = null where id = ?
            """)
        .params(number, id)
        .update();
  }

  void appealed(UUID id) {
    sql.sql("update submission_promise set state = 'APPEALED' where id = ?").param(id).update();
  }

  /** What came out. */
  void settled(UUID id, State state, @Nullable String reason, Instant now) {
    sql.sql(
            """
            update submission_promise set state = ?, reason = ?, decided = ?, next_look = null,
              remind = null, barred_until = null where id = ?
            """)
        .param(state.name())
        .param(reason)
        .param(stamp(now))
        .param(id)
        .update();
  }

  void bar(UUID id, Instant until) {
    sql.sql("update submission_promise set barred_until = ? where id = ?")
        .params(stamp(until), id)
        .update();
  }

  private static Timestamp stamp(Instant at) {
    return Timestamp.from(at);
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Text text(ResultSet row, String column) throws SQLException {
    return Text.of(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  private static SignedPromise promise(ResultSet row, int number) throws SQLException {
    String way = row.getString("way");
    return new SignedPromise(
        row.getObject("id", UUID.class),
        row.getObject("submission", UUID.class),
        row.getString("account"),
        row.getObject("party", UUID.class),
        row.getString("matter"),
        row.getString("evidence"),
        new SignedPromise.Words(text(row, "name"), text(row, "text"), text(row, "broken")),
        row.getTimestamp("signed").toInstant(),
        row.getTimestamp("due").toInstant(),
        State.valueOf(row.getString("state")),
        way == null ? null : Way.valueOf(way),
        row.getString("check_number"),
        row.getString("reason"),
        at(row, "decided"),
        at(row, "barred_until"));
  }
}
