package org.yiwang.submission;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** SQL of codes of cases; of each only the hash, made with the district's key. */
@Repository
class CodeStore {
  private static final String CONTEXT = "submission.code";

  private final JdbcClient sql;
  private final Vault vault;
  private final DistrictTime time;

  CodeStore(JdbcClient sql, Vault vault, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  private record Kept(UUID id, byte[] hash) {}

  boolean hasOne(UUID submission) {
    return sql.sql("select exists (select 1 from submission_code where submission = ?)")
        .param(submission)
        .query(Boolean.class)
        .single();
  }

  /** The one before ends. */
  void put(UUID submission, CaseCode code) {
    sql.sql(
            """
            insert into submission_code (submission, id, hash, made) values (?, ?, ?, ?)
            on conflict (submission) do update
              set id = excluded.id, hash = excluded.hash, made = excluded.made
            """)
        .params(submission, UUID.randomUUID(), hash(submission, code))
        .param(Timestamp.from(time.instant()))
        .update();
  }

  /** Id of the code that counts, if it is this one. */
  Optional<UUID> find(UUID submission, CaseCode typed) {
    byte[] hash = hash(submission, typed);
    return sql.sql("select id, hash from submission_code where submission = ?")
        .param(submission)
        .query((row, at) -> new Kept(row.getObject("id", UUID.class), row.getBytes("hash")))
        .optional()
        .filter(kept -> MessageDigest.isEqual(kept.hash(), hash))
        .map(Kept::id);
  }

  /**
   * For what a code was made.
   *
   * @param code its id, not the code
   */
  record Found(UUID submission, UUID code) {}

  /** Which of a party's applications this code opens. */
  Optional<Found> findOf(UUID party, CaseCode typed) {
    return sql
        .sql(
            """
            select c.submission from submission_code c
              join submission_submission s on s.id = c.submission
             where s.party = ?
            """)
        .param(party)
        .query(UUID.class)
        .list()
        .stream()
        .flatMap(of -> find(of, typed).map(code -> new Found(of, code)).stream())
        .findFirst();
  }

  /** Whether that code counts still; it does until the transaction ends. */
  boolean holds(UUID submission, UUID code) {
    return sql.sql("select id from submission_code where submission = ? and id = ? for share")
        .params(submission, code)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  private byte[] hash(UUID submission, CaseCode code) {
    return vault.index(submission + ":" + code.plain(), CONTEXT);
  }
}
