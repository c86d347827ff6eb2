package org.yiwang.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of what applicants put right; answers are sealed. */
@Repository
class CorrectionStore {
  private static final String CONTEXT = "submission.correction";

  private final JdbcClient sql;
  private final Vault vault;

  CorrectionStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /**
   * One answer that was put right (更正).
   *
   * @param question id of the field
   * @param old as a reader understood it, in the applicant's language
   * @param reason in the applicant's words
   */
  record Correction(String question, String old, String now, String reason, Instant at) {}

  void insert(UUID submission, String number, Correction made) {
    sql.sql(
            """
            insert into submission_correction
              (submission, number, question, old_answer, new_answer, reason, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(submission, number, made.question())
        .params(vault.seal(made.old(), CONTEXT), vault.seal(made.now(), CONTEXT))
        .params(made.reason(), Timestamp.from(made.at()))
        .update();
  }

  /** All of an application, the oldest first. */
  List<Correction> list(UUID submission) {
    return sql.sql("select * from submission_correction where submission = ? order by at, id")
        .param(submission)
        .query(
            (row, number) ->
                new Correction(
                    row.getString("question"),
                    opened(row.getBytes("old_answer")),
                    opened(row.getBytes("new_answer")),
                    row.getString("reason"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private String opened(byte[] sealed) {
    return vault.open(sealed, CONTEXT);
  }
}
