package org.yiwang.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;

/** SQL of what applicants put right or supplied anew; answers are sealed. */
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
   * One answer that was put right (更正), or supplied anew (补正).
   *
   * @param question id of the field
   * @param said the whole answers
   * @param hidden the same with their numbers hidden; null for corrections from before they were
   *     kept so
   * @param replaced files that were the answer before, for a question that is answered with files
   * @param supplied whether an officer asked for it (补正); else the applicant put it right
   * @param reason in the words of whoever asked, or of the applicant
   */
  record Correction(
      String question,
      Change said,
      @Nullable Change hidden,
      List<AttachedFile> replaced,
      boolean supplied,
      String reason,
      Instant at) {
    static Correction of(ChangedAnswer changed, boolean supplied, String reason, Instant at) {
      return new Correction(
          changed.question(),
          changed.said(),
          changed.hidden(),
          changed.replaced(),
          supplied,
          reason,
          at);
    }

    /** As an officer reads it who has not asked for numbers in full (号码脱敏). */
    Change hidden(Field field) {
      return hidden == null
          ? new Change(
              MaskedAnswers.number(field, said.old()), MaskedAnswers.number(field, said.now()))
          : hidden;
    }
  }

  /** An answer before and after (更正前后), as a reader understood it in the applicant's language. */
  record Change(String old, String now) {}

  void insert(UUID submission, String number, Correction made) {
    Change hidden = made.hidden();
    sql.sql(
            """
            insert into submission_correction
              (submission, number, question, old_answer, new_answer, old_hidden, new_hidden,
               old_files, supplied, reason, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(submission, number, made.question())
        .params(sealed(made.said().old()), sealed(made.said().now()))
        .param(hidden == null ? null : sealed(hidden.old()))
        .param(hidden == null ? null : sealed(hidden.now()))
        .param(made.replaced().isEmpty() ? null : sealed(AttachedFile.answer(made.replaced())))
        .params(made.supplied(), made.reason(), Timestamp.from(made.at()))
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
                    new Change(
                        opened(row.getBytes("old_answer")), opened(row.getBytes("new_answer"))),
                    hidden(row.getBytes("old_hidden"), row.getBytes("new_hidden")),
                    files(row.getBytes("old_files")),
                    row.getBoolean("supplied"),
                    row.getString("reason"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private @Nullable Change hidden(byte @Nullable [] old, byte @Nullable [] now) {
    return old == null || now == null ? null : new Change(opened(old), opened(now));
  }

  private List<AttachedFile> files(byte @Nullable [] replaced) {
    return replaced == null ? List.of() : AttachedFile.list(opened(replaced));
  }

  private byte[] sealed(String answer) {
    return vault.seal(answer, CONTEXT);
  }

  private String opened(byte[] sealed) {
    return vault.open(sealed, CONTEXT);
  }
}
