package org.yiwang.submission;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** SQL of joining a file: codes of accounts, and what an account brings along. */
@Repository
class JoiningStore {
  /** So long a code is good at a counter. */
  static final Duration LASTS = Duration.ofHours(24);

  private static final String CONTEXT = "submission.join-code";

  private final JdbcClient sql;
  private final Vault vault;
  private final DistrictTime time;

  JoiningStore(JdbcClient sql, Vault vault, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  /** The account's code before ends. */
  void put(String account, CaseCode code) {
    sql.sql(
            """
            insert into submission_join_code (account, hash, made) values (?, ?, ?)
            on conflict (account) do update set hash = excluded.hash, made = excluded.made
            """)
        .params(account, hash(code), Timestamp.from(time.instant()))
        .update();
  }

  /** The account whose code it is. */
  Optional<String> findAccount(CaseCode code) {
    return sql.sql("select account from submission_join_code where hash = ? and made > ?")
        .params(hash(code), oldest())
        .query(String.class)
        .optional();
  }

  /** Uses it up; false if it is not that account's code any more. */
  boolean take(CaseCode code, String account) {
    return sql.sql(
                """
                delete from submission_join_code where hash = ? and account = ? and made > ?
                """)
            .params(hash(code), account, oldest())
            .update()
        == 1;
  }

  private Timestamp oldest() {
    return Timestamp.from(time.instant().minus(LASTS));
  }

  private byte[] hash(CaseCode code) {
    return vault.index(code.plain(), CONTEXT);
  }

  /** Whether something was applied for, for that party, or somebody else fills in for it. */
  boolean holds(UUID party) {
    return sql.sql(
            """
            select exists (select 1 from submission_submission where party = :party)
                or exists (select 1 from submission_draft d where party = :party
                           and account is distinct from
                             (select account from party_party where id = :party))
            """)
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  /**
   * What the account began for its empty file is for the other from now on; a page of it that is
   * open elsewhere is out of date. Nobody stands at a counter for the empty one any more.
   */
  void bring(String account, UUID from, UUID to) {
    sql.sql(
            """
            update submission_draft set party = ?, version = version + 1
            where party = ? and account = ?
            """)
        .params(to, from, account)
        .update();
    sql.sql("update submission_help set party = ? where party = ? and account = ?")
        .params(to, from, account)
        .update();
    Instant now = time.instant();
    sql.sql("update submission_visit set ended = ? where party = ? and ended is null")
        .params(Timestamp.from(now), from)
        .update();
  }
}
