package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.casework.Case;
import org.yiwang.identity.Vault;
import org.yiwang.pack.Language;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.SparedQuestions.Spared;
import tools.jackson.databind.json.JsonMapper;

/** SQL of applications that were sent, and of their parts. */
@Repository
class SubmissionStore {
  private static final String CONTEXT = "submission.answers";

  private final JdbcClient sql;
  private final Vault vault;
  private final JsonMapper json;

  SubmissionStore(JdbcClient sql, Vault vault, JsonMapper json) {
    this.sql = sql;
    this.vault = vault;
    this.json = json;
  }

  UUID insert(Submission fresh, Savings savings) {
    return sql.sql(
            """
            insert into submission_submission (account, party, mandate, visit, target, language, answers,
              asked, prefilled, papers, fetched, submitted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .params(fresh.account(), fresh.party())
        .param(fresh.mandate())
        .param(fresh.visit())
        .params(fresh.target().toString(), fresh.language().name(), sealed(fresh.filled()))
        .params(savings.asked(), savings.prefilled(), savings.papers(), savings.fetched())
        .param(Timestamp.from(fresh.submitted()))
        .query(UUID.class)
        .single();
  }

  /** A part whose case is not opened yet. */
  void insert(UUID submission, String matter, List<String> waitsFor, Spared spared) {
    sql.sql(
            """
            insert into submission_part (submission, matter, waits_for, questions, prefilled, avoided)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(submission, matter, waitsFor.toArray(String[]::new))
        .params(spared.questions(), spared.prefilled(), spared.avoided())
        .update();
  }

  /**
   * One matter of an application.
   *
   * @param waitsFor matters that have to be granted first
   * @param number of its case; null while it waits
   * @param granted when it was granted
   * @param credential what came out of it
   * @param takenBack why that was revoked, {@code promise:ID} or {@code owed:ID}; null if it counts
   */
  record Part(
      String matter,
      List<String> waitsFor,
      @Nullable String number,
      @Nullable Instant granted,
      @Nullable UUID credential,
      @Nullable String takenBack) {}

  /**
   * What was saved, counted when it was sent.
   *
   * @param prefilled of the questions asked, filled in and left so
   * @param fetched of the papers needed, fetched as credentials
   */
  record Savings(int asked, int prefilled, int papers, int fetched) {}

  Savings getSavings(UUID submission) {
    return sql.sql(
            "select asked, prefilled, papers, fetched from submission_submission where id = ?")
        .param(submission)
        .query(Savings.class)
        .single();
  }

  /** The application as it is now; nobody else changes it until the transaction ends. */
  Submission lock(UUID id) {
    sql.sql("select id from submission_submission where id = ? for update")
        .param(id)
        .query(UUID.class)
        .single();
    return find(id).orElseThrow();
  }

  /**
   * Holds it as {@link #lock}.
   *
   * @throws RefusedException OUTDATED if its answers were changed since they were read: by another
   *     matter of the same application, or in another window
   */
  void requireUnchanged(Submission read) {
    if (!lock(read.id()).filled().equals(read.filled())) {
      throw new RefusedException(SubmissionRefusals.answersOutdated());
    }
  }

  void save(Submission changed) {
    sql.sql("update submission_submission set answers = ? where id = ?")
        .params(sealed(changed.filled()), changed.id())
        .update();
  }

  /** The firm that came of it. */
  void founded(UUID submission, UUID firm) {
    sql.sql("update submission_submission set firm = ? where id = ?")
        .params(firm, submission)
        .update();
  }

  void opened(UUID submission, String matter, Case opened) {
    sql.sql(
            """
            update submission_part set number = ?, opened = ?, unit = ?
            where submission = ? and matter = ?
            """)
        .param(opened.number())
        .param(Timestamp.from(opened.clocks().opened()))
        .param(opened.unit())
        .param(submission)
        .param(matter)
        .update();
  }

  void granted(String number, Instant when, @Nullable UUID credential) {
    sql.sql("update submission_part set granted = ?, credential = ? where number = ?")
        .param(Timestamp.from(when))
        .param(credential)
        .param(number)
        .update();
  }

  void takenBack(UUID submission, String matter, String why) {
    sql.sql("update submission_part set taken_back = ? where submission = ? and matter = ?")
        .params(why, submission, matter)
        .update();
  }

  /** Another credential in the place of the one that was revoked. */
  void restored(UUID submission, String matter, @Nullable UUID credential) {
    sql.sql(
            """
            update submission_part set taken_back = null, credential = ?
             where submission = ? and matter = ?
            """)
        .param(credential)
        .param(submission)
        .param(matter)
        .update();
  }

  /** Another credential took the place of the one that came out of it. */
  void reissued(UUID former, UUID made) {
    sql.sql("update submission_part set credential = ? where credential = ?")
        .params(made, former)
        .update();
  }

  Optional<Submission> find(UUID id) {
    return sql.sql("select * from submission_submission where id = ?")
        .param(id)
        .query(this::submission)
        .optional();
  }

  /** The application that a case belongs to. */
  Optional<Submission> findByCase(String number) {
    return sql.sql(
            """
            select s.* from submission_submission s
              join submission_part p on p.submission = s.id where p.number = ?
            """)
        .param(number)
        .query(this::submission)
        .optional();
  }

  /** The application that a credential came out of; empty for what counts no more of it. */
  Optional<Submission> findByOutcome(UUID credential) {
    return sql.sql(
            """
            select s.* from submission_submission s
              join submission_part p on p.submission = s.id where p.credential = ?
            """)
        .param(credential)
        .query(this::submission)
        .optional();
  }

  /** What was sent for these parties, the newest first. */
  List<Submission> list(List<UUID> parties) {
    return sql.sql(
            """
            select * from submission_submission where party in (:parties)
            order by submitted desc limit 100
            """)
        .param("parties", parties)
        .query(this::submission)
        .list();
  }

  /** What an account has sent for this party since then, the newest first. */
  List<Submission> listSent(String account, UUID party, Instant since, int most) {
    return sql.sql(
            """
            select * from submission_submission
             where account = ? and party = ? and visit is null and submitted >= ?
             order by submitted desc limit ?
            """)
        .params(account, party, Timestamp.from(since), most)
        .query(this::submission)
        .list();
  }

  /** What an account has sent, for whomever. */
  List<Submission> listSentBy(String account) {
    return sql.sql("select * from submission_submission where account = ?")
        .param(account)
        .query(this::submission)
        .list();
  }

  /**
   * One matter of an application that a party sent, with when it was sent.
   *
   * @param submitted of the whole application
   */
  record SentPart(UUID submission, Instant submitted, Part part) {}

  /** What a party asked for in these matters, the newest first. */
  List<SentPart> listOf(UUID party, Collection<String> matters) {
    return sql.sql(
            """
            select p.*, s.submitted from submission_part p
              join submission_submission s on s.id = p.submission
             where s.party = :party and p.matter in (:matters)
             order by s.submitted desc limit 100
            """)
        .param("party", party)
        .param("matters", matters)
        .query(
            (row, number) ->
                new SentPart(
                    row.getObject("submission", UUID.class),
                    row.getTimestamp("submitted").toInstant(),
                    part(row, number)))
        .list();
  }

  /** Whoever sends for this party next waits until the transaction ends. */
  void lockParty(UUID party) {
    sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as held")
        .param("submission.party:" + party)
        .query(Integer.class)
        .single();
  }

  List<Part> listParts(UUID submission) {
    return sql.sql("select * from submission_part where submission = ? order by matter")
        .param(submission)
        .query(SubmissionStore::part)
        .list();
  }

  private byte[] sealed(Filled filled) {
    return vault.seal(json.writeValueAsString(filled), CONTEXT);
  }

  private Submission submission(ResultSet row, int number) throws SQLException {
    return new Submission(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getObject("party", UUID.class),
        row.getObject("mandate", UUID.class),
        row.getObject("visit", UUID.class),
        row.getObject("firm", UUID.class),
        Target.parse(row.getString("target")),
        Language.valueOf(row.getString("language")),
        json.readValue(vault.open(row.getBytes("answers"), CONTEXT), Filled.class),
        row.getTimestamp("submitted").toInstant());
  }

  private static Part part(ResultSet row, int number) throws SQLException {
    return new Part(
        row.getString("matter"),
        List.of((String[]) row.getArray("waits_for").getArray()),
        row.getString("number"),
        row.getTimestamp("granted") == null ? null : row.getTimestamp("granted").toInstant(),
        row.getObject("credential", UUID.class),
        row.getString("taken_back"));
  }
}
