package org.yiwang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The same facts by plain SQL: a draft begun and saved page by page, each with a commit; then in
 * one transaction the draft's end, three presentations made and used, the submission with its part
 * and case, and the journal's entries. Sealed columns hold as many bytes, sealed by nobody.
 */
final class PlainSubmission implements Worker {
  static final List<String> TABLES =
      List.of(
          "submission_draft",
          "submission_submission",
          "submission_part",
          "credential_presentation",
          "casework_case",
          "casework_word",
          "journal_entry");

  private static final int CREDENTIALS = 3;
  private static final byte[] SEALED_DRAFT = new byte[1_500];
  private static final byte[] SEALED_TOKEN = new byte[1_800];
  private static final String ENTRY =
      """
      insert into journal_entry
        (at, kind, subject, actor_kind, actor_account, actor_zh, actor_en, facts)
      values (now(), ?, ?, 'RESIDENT', 'bench', '测量', 'Bench', ?::jsonb)
      """;
  private static final String FACTS =
      "{\"presentation\": \"019aa0c5-7b5e-7e0a-8a5b-000000000000\", \"recipient\": \"police\","
          + " \"purpose\": \"测量\", \"claims\": [\"name\", \"person-id\"]}";
  private static final String CASE =
      """
      with fresh as (
        insert into casework_case (number, application, lifecycle, lifecycle_version, step, waiting,
          step_since, step_due, time_limit, due, next_timer, category, category_group, title_zh,
          title_en, description, address, unit, channel, reporter, reporter_account, opened,
          external_key)
        values (?, 'bench', 'approve', 1, 'received', true, now(), now() + interval '1 day',
          '3 working-days', now() + interval '3 days', now() + interval '1 day', 'bench', 'bench',
          '测量', 'Bench', '测量', '测量 bench', 'u', 'web', ?, 'bench', now(), ?)
        returning number)
      insert into casework_word (number, words)
        select number, string_to_array('测量 量事 事项 bench', ' ') from fresh
      """;

  private final Connection connection;
  private final int pages;
  private final Pace pace;
  private final List<PreparedStatement> open = new ArrayList<>();
  private final PreparedStatement begin;
  private final PreparedStatement save;
  private final PreparedStatement drop;
  private final PreparedStatement present;
  private final PreparedStatement use;
  private final PreparedStatement submission;
  private final PreparedStatement part;
  private final PreparedStatement opened;
  private final PreparedStatement newCase;
  private final PreparedStatement entry;

  PlainSubmission(Connection connection, int pages, Pace pace) throws SQLException {
    this.connection = connection;
    this.pages = pages;
    this.pace = pace;
    connection.setAutoCommit(false);
    begin =
        sql(
            "insert into submission_draft (id, account, party, target, answers, version, changed)"
                + " values (?, ?, ?, 'matter:bench', ?, 1, now())");
    save =
        sql(
            "update submission_draft set answers = ?, version = version + 1, changed = now()"
                + " where id = ?");
    drop = sql("delete from submission_draft where id = ?");
    present =
        sql(
            "insert into credential_presentation (id, credential, claims, purpose, recipient, made,"
                + " expires, code_index, sealed) values (?, ?, '{name}', '测量', 'u', now(), now(), ?, ?)");
    use = sql("update credential_presentation set used = now() where id = ? and used is null");
    submission =
        sql(
            "insert into submission_submission (id, account, party, target, language, answers,"
                + " asked, prefilled, papers, fetched, submitted)"
                + " values (?, 'bench', ?, 'matter:bench', 'ZH', ?, 9, 3, 3, 3, now())");
    part =
        sql(
            "insert into submission_part (submission, matter, waits_for) values (?, 'bench', '{}')");
    opened =
        sql(
            "update submission_part set number = ?, opened = now(), unit = 'u'"
                + " where submission = ? and matter = 'bench'");
    newCase = sql(CASE);
    entry = sql(ENTRY);
  }

  private PreparedStatement sql(String statement) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    open.add(prepared);
    return prepared;
  }

  @Override
  public void once() throws Exception {
    timed();
  }

  @Override
  public long timed() throws Exception {
    UUID draft = UUID.randomUUID();
    run(begin, draft, draft.toString(), draft, SEALED_DRAFT);
    connection.commit();
    for (int i = 0; i <= pages; i++) {
      pace.rest();
      run(save, SEALED_DRAFT, draft);
      connection.commit();
    }
    pace.rest();
    long before = System.nanoTime();
    send(draft);
    return System.nanoTime() - before;
  }

  private void send(UUID draft) throws SQLException {
    run(save, SEALED_DRAFT, draft);
    for (int i = 0; i < CREDENTIALS; i++) {
      UUID shown = UUID.randomUUID();
      run(
          present,
          shown,
          draft,
          shown.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
          SEALED_TOKEN);
      run(entry, "credential.presented", "credential:" + draft, FACTS);
      run(use, shown);
      run(entry, "credential.used", "credential:" + draft, FACTS);
    }
    UUID sent = UUID.randomUUID();
    run(submission, sent, draft, SEALED_DRAFT);
    run(entry, "submission.submitted", "submission:" + sent, FACTS);
    run(part, sent);
    String number = sent.toString();
    run(newCase, number, draft, sent + "/bench");
    run(entry, "case.opened", "case:" + number, FACTS);
    run(opened, number, sent);
    run(drop, draft);
    connection.commit();
  }

  private static void run(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    if (statement.executeUpdate() != 1) {
      throw new SQLException("One row was to be written: " + statement);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement one : open) {
      one.close();
    }
    connection.close();
  }
}
