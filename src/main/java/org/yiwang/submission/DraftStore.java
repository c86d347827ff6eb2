package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;
import org.yiwang.page.RefusedException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts, sealed, for ninety days after the last change. */
@Repository("submissionDrafts")
class DraftStore {
  static final Duration KEPT = Duration.ofDays(90);
  private static final String CONTEXT = "submission.draft";

  private final JdbcClient sql;
  private final Vault vault;
  private final JsonMapper json;
  private final DistrictTime time;

  DraftStore(JdbcClient sql, Vault vault, JsonMapper json, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.json = json;
    this.time = time;
  }

  /** The account's draft of this target for that party; the given one if there was none. */
  Draft findOrSave(String account, UUID party, Target target, Filled fresh) {
    sql.sql(
            """
            insert into submission_draft (account, party, target, answers, version, changed)
            values (?, ?, ?, ?, 1, ?) on conflict (account, target, party) do nothing
            """)
        .params(account, party, target.toString(), sealed(fresh), Timestamp.from(time.instant()))
        .update();
    return sql.sql("select * from submission_draft where account = ? and target = ? and party = ?")
        .params(account, target.toString(), party)
        .query(this::draft)
        .single();
  }

  /** A draft of this account, and of no other. */
  Optional<Draft> find(UUID id, String account) {
    return sql.sql("select * from submission_draft where id = ? and account = ?")
        .params(id, account)
        .query(this::draft)
        .optional();
  }

  List<Draft> list(String account) {
    return sql.sql("select * from submission_draft where account = ? order by changed desc")
        .param(account)
        .query(this::draft)
        .list();
  }

  /**
   * @throws RefusedException OUTDATED if it was changed in another window since it was read
   */
  void save(Draft draft) {
    int changed =
        sql.sql(
                """
                update submission_draft set answers = ?, version = version + 1, changed = ?
                where id = ? and version = ?
                """)
            .params(
                sealed(draft.filled()), Timestamp.from(time.instant()), draft.id(), draft.version())
            .update();
    if (changed == 0) {
      throw SubmissionRefusals.draftOutdated();
    }
  }

  void drop(UUID id) {
    sql.sql("delete from submission_draft where id = ?").param(id).update();
  }

  /**
   * The draft of that id, whosever it is: only for callers that check themselves who may see it.
   */
  Optional<Draft> find(UUID id) {
    return sql.sql("select * from submission_draft where id = ?")
        .param(id)
        .query(this::draft)
        .optional();
  }

  /** Holds it until the transaction ends, so that it is not sent or dropped meanwhile. */
  boolean lock(UUID id) {
    return sql.sql("select id from submission_draft where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** Drops those that nobody changed for long; tells which. */
  List<UUID> dropOld() {
    return sql.sql("delete from submission_draft where changed < ? returning id")
        .param(Timestamp.from(time.instant().minus(KEPT)))
        .query(UUID.class)
        .list();
  }

  private byte[] sealed(Filled filled) {
    return vault.seal(json.writeValueAsString(filled), CONTEXT);
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getObject("party", UUID.class),
        Target.parse(row.getString("target")),
        json.readValue(vault.open(row.getBytes("answers"), CONTEXT), Filled.class),
        row.getInt("version"),
        row.getTimestamp("changed").toInstant());
  }
}
