package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** SQL of what applicants and officers write to each other; the words are sealed. */
@Repository
class MessageStore {
  private static final String CONTEXT = "submission.message";
  private static final int WAITING = 200;

  private final JdbcClient sql;
  private final Vault vault;
  private final DistrictTime time;

  MessageStore(JdbcClient sql, Vault vault, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  void insert(Message fresh) {
    sql.sql(
            """
            insert into submission_message (id, thread, party, side, account, unit, words, question, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(fresh.id(), fresh.thread(), fresh.party(), fresh.side().name(), fresh.account())
        .param(fresh.unit())
        .param(vault.seal(fresh.words(), CONTEXT))
        .param(fresh.question())
        .param(Timestamp.from(fresh.at()))
        .update();
  }

  /** All of a case, or of the help with a draft, the oldest first. */
  List<Message> list(String thread) {
    return sql.sql("select * from submission_message where thread = ? order by at, written")
        .param(thread)
        .query(this::message)
        .list();
  }

  Optional<Message> find(UUID id, String thread) {
    return sql.sql("select * from submission_message where id = ? and thread = ?")
        .params(id, thread)
        .query(this::message)
        .optional();
  }

  /** The last message of each case where the applicant wrote last, the longest waiting first. */
  List<Message> listWaiting() {
    return sql.sql(
            """
            select * from (select distinct on (thread) * from submission_message
              where thread like 'case:%' order by thread, at desc, written desc) last
            where side = 'APPLICANT' order by at limit ?
            """)
        .param(WAITING)
        .query(this::message)
        .list();
  }

  void mended(UUID id) {
    sql.sql("update submission_message set mended = ? where id = ? and mended is null")
        .params(Timestamp.from(time.instant()), id)
        .update();
  }

  private Message message(ResultSet row, int number) throws SQLException {
    Timestamp mended = row.getTimestamp("mended");
    return new Message(
        row.getObject("id", UUID.class),
        row.getString("thread"),
        row.getObject("party", UUID.class),
        Message.Side.valueOf(row.getString("side")),
        row.getString("account"),
        row.getString("unit"),
        vault.open(row.getBytes("words"), CONTEXT),
        row.getString("question"),
        mended == null ? null : mended.toInstant(),
        row.getTimestamp("at").toInstant());
  }
}
