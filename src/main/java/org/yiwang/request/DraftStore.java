package org.yiwang.request;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Keeps reports that are being written, sealed, for two days. */
@Repository
class DraftStore {
  static final Duration KEPT = Duration.ofDays(2);
  private static final String CONTEXT = "request.draft";

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

  Optional<Draft> find(String token) {
    return sql.sql("select answers from request_draft where token = ? and at > ?")
        .params(Fingerprint.sha256(token), Timestamp.from(oldest()))
        .query(byte[].class)
        .optional()
        .map(kept -> json.readValue(vault.open(kept, CONTEXT), Draft.class));
  }

  void save(String token, Draft draft) {
    sql.sql(
            """
            insert into request_draft (token, answers, at) values (?, ?, ?)
            on conflict (token) do update set answers = excluded.answers, at = excluded.at
            """)
        .params(
            Fingerprint.sha256(token),
            vault.seal(json.writeValueAsString(draft), CONTEXT),
            Timestamp.from(time.instant()))
        .update();
  }

  void drop(String token) {
    sql.sql("delete from request_draft where token = ?").param(Fingerprint.sha256(token)).update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
  void dropOld() {
    sql.sql("delete from request_draft where at < ?").param(Timestamp.from(oldest())).update();
  }

  private Instant oldest() {
    return time.instant().minus(KEPT);
  }
}
