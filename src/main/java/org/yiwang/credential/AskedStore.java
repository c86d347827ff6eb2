package org.yiwang.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of what was asked of wallets of other regions (跨区调取). */
@Repository
class AskedStore {
  private static final String STATE = "credential.asked-state";
  private static final String CODE = "credential.asked-code";
  private static final String SIGNED = "credential.asked-request";
  private static final String ANSWER = "credential.asked-answer";

  private final JdbcClient sql;
  private final Vault vault;

  AskedStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /**
   * What was asked once.
   *
   * @param id its nonce
   * @param returnTo the page here that the person comes back to
   * @param signed the authorization request; null once its time is over
   * @param answer what the holder presented, as {@link VpToken} writes it; null before, if
   *     declined, after it was taken, and once its time is over
   */
  record Row(
      UUID id,
      String region,
      String returnTo,
      @Nullable String signed,
      Instant expires,
      boolean answered,
      boolean declined,
      @Nullable String answer,
      boolean taken) {
    /** What was asked; nothing once its time is over. */
    List<AuthorizationRequest.Query> queries() {
      return signed == null
          ? List.of()
          : AuthorizationRequest.read(Jws.parse(signed), region).queries();
    }

    /** Refuses once the time for an answer is over. */
    void requireOpen(Instant now) {
      if (!expires.isAfter(now)) {
        throw AskedRefusals.tooLate();
      }
    }
  }

  void insert(Row asked, String state, Instant made) {
    sql.sql(
            """
            insert into credential_asked
              (id, region, return_to, state_index, signed, made, expires)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            asked.id(),
            asked.region(),
            asked.returnTo(),
            vault.index(state, STATE),
            vault.seal(Objects.requireNonNull(asked.signed()), SIGNED),
            made.atOffset(ZoneOffset.UTC),
            asked.expires().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was signed and answered is of no use once nobody can come back to it. */
  int wipe(Instant now) {
    return sql.sql(
            """
            update credential_asked set signed = null, answer = null
             where expires <= ? and (signed is not null or answer is not null)
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** From then on nobody is told that there was anything. */
  void forget(Instant before) {
    sql.sql("delete from credential_asked where expires < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * What a page asked.
   *
   * @param returnTo that page; what another one asked is missing for it
   */
  Row get(UUID id, String returnTo) {
    return sql.sql("select * from credential_asked where id = ? and return_to = ?")
        .params(id, returnTo + id)
        .query(this::row)
        .optional()
        .orElseThrow(AskedRefusals::missing);
  }

  Optional<Row> findByState(String state) {
    return sql.sql("select * from credential_asked where state_index = ?")
        .param(vault.index(state, STATE))
        .query(this::row)
        .optional();
  }

  /** True for exactly one answer. */
  boolean answer(UUID id, @Nullable String token, String code, Instant now) {
    return sql.sql(
                """
                update credential_asked
                   set answered = :now, declined = :declined, answer = :answer, code_index = :code
                 where id = :id and answered is null and expires > :now
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("declined", token == null)
            .param("answer", token == null ? null : vault.seal(token, ANSWER))
            .param("code", vault.index(code, CODE))
            .param("id", id)
            .update()
        == 1;
  }

  boolean hasCode(UUID id, String code) {
    return sql.sql("select count(*) from credential_asked where id = ? and code_index = ?")
            .params(id, vault.index(code, CODE))
            .query(Integer.class)
            .single()
        == 1;
  }

  /** True for exactly one who takes it; what was presented is not kept here any longer. */
  boolean take(UUID id, Instant now) {
    return sql.sql(
                """
                update credential_asked set taken = :now, answer = null
                 where id = :id and taken is null and answer is not null and expires > :now
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Whether its time went by before anybody took an answer. */
  boolean isOver(UUID id, Instant now) {
    return sql.sql(
                """
                select count(*) from credential_asked
                 where id = ? and taken is null and expires <= ?
                """)
            .params(id, now.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        == 1;
  }

  private Row row(ResultSet row, int number) throws SQLException {
    byte[] signed = row.getBytes("signed");
    byte[] answer = row.getBytes("answer");
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("region"),
        row.getString("return_to"),
        signed == null ? null : vault.open(signed, SIGNED),
        row.getTimestamp("expires").toInstant(),
        row.getTimestamp("answered") != null,
        row.getBoolean("declined"),
        answer == null ? null : vault.open(answer, ANSWER),
        row.getTimestamp("taken") != null);
  }
}
