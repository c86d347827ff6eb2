package org.yiwang.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** Keeps uploaded papers, sealed. */
@Repository
class PaperStore {
  private static final String CONTEXT = "submission.paper";

  private final JdbcClient sql;
  private final Vault vault;
  private final OneAtATime turns;
  private final DistrictTime time;

  PaperStore(JdbcClient sql, Vault vault, OneAtATime turns, DistrictTime time) {
    this.turns = turns;
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  UUID insert(Papers.By by, Papers.Checked file) {
    String words = Base64.getEncoder().encodeToString(file.content());
    return sql.sql(
            """
            insert into submission_paper (account, visit, name, type, content, size, at)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .param(by.account())
        .param(by.visit())
        .params(
            file.name(),
            file.type(),
            vault.seal(words, CONTEXT),
            file.content().length,
            Timestamp.from(time.instant()))
        .query(UUID.class)
        .single();
  }

  Optional<Paper> find(UUID id) {
    return sql.sql("select id, account, name, type from submission_paper where id = ?")
        .param(id)
        .query(Paper.class)
        .optional();
  }

  /** A paper that they uploaded, at the same visit if at any, and that no application has yet. */
  Optional<Paper> findLoose(UUID id, Papers.By by) {
    return sql.sql(
            """
            select id, account, name, type from submission_paper
             where id = ? and account = ? and visit is not distinct from ?::uuid
               and submission is null
            """)
        .params(id, by.account())
        .param(by.visit())
        .query(Paper.class)
        .optional();
  }

  byte[] content(Paper paper) {
    byte[] sealed =
        sql.sql("select content from submission_paper where id = ?")
            .param(paper.id())
            .query(byte[].class)
            .single();
    return Base64.getDecoder()
        .decode(vault.open(sealed, CONTEXT).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * What an account has uploaded, or was scanned at a visit.
   *
   * @param bytes of the files together
   */
  record Usage(int files, long bytes) {}

  /** Counts for the transaction under way, so that two uploads at once do not pass both. */
  Usage usage(String account, Instant since) {
    turns.take("paper:" + account);
    return sql.sql(
            """
            select count(*) as files, coalesce(sum(size), 0) as bytes
              from submission_paper where account = ? and visit is null and at >= ?
            """)
        .params(account, Timestamp.from(since))
        .query(Usage.class)
        .single();
  }

  /** What was scanned at a visit; counts for the transaction under way, as above. */
  Usage usage(UUID visit) {
    turns.take("paper:" + visit);
    return sql.sql(
            """
            select count(*) as files, coalesce(sum(size), 0) as bytes
              from submission_paper where visit = ?
            """)
        .param(visit)
        .query(Usage.class)
        .single();
  }

  /** What an officer scanned at all visits since then; counts as above. */
  Usage scanned(String officer, Instant since) {
    turns.take("paper:" + officer);
    return sql.sql(
            """
            select count(*) as files, coalesce(sum(size), 0) as bytes
              from submission_paper where account = ? and visit is not null and at >= ?
            """)
        .params(officer, Timestamp.from(since))
        .query(Usage.class)
        .single();
  }

  /** From now on it belongs to an application and stays. */
  void bind(UUID id, UUID submission) {
    sql.sql("update submission_paper set submission = ? where id = ?")
        .params(submission, id)
        .update();
  }

  /** Accounts with papers that belong to no application and were uploaded before. */
  List<String> listAccountsWithLoose(Instant before) {
    return sql.sql(
            "select distinct account from submission_paper where submission is null and at < ?")
        .param(Timestamp.from(before))
        .query(String.class)
        .list();
  }

  /** Removes an account's papers that belong to no application, but for some; returns how many. */
  int dropLoose(String account, Instant before, Collection<UUID> but) {
    return sql.sql(
            """
            delete from submission_paper
             where account = ? and submission is null and at < ? and not id = any(?)
            """)
        .params(account, Timestamp.from(before), but.toArray(UUID[]::new))
        .update();
  }

  /** Removes one that they uploaded and no application has. */
  void dropLoose(UUID id, Papers.By by) {
    findLoose(id, by)
        .ifPresent(
            loose ->
                sql.sql("delete from submission_paper where id = ? and submission is null")
                    .param(loose.id())
                    .update());
  }

  /** Whether nobody has kept it; whoever keeps it too waits until the transaction ends. */
  boolean lockUnkept(UUID id) {
    return sql.sql("select id from submission_paper where id = ? and kept is null for update")
        .param(id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** The credential that a checked paper became. */
  void kept(UUID id, UUID credential) {
    sql.sql("update submission_paper set kept = ? where id = ?").params(credential, id).update();
  }

  Optional<UUID> findKept(UUID id) {
    return sql.sql("select kept from submission_paper where id = ? and kept is not null")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  /** The paper that became this credential. */
  Optional<Paper> findByCredential(UUID credential) {
    return sql.sql("select id, account, name, type from submission_paper where kept = ?")
        .param(credential)
        .query(Paper.class)
        .optional();
  }
}
