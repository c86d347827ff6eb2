package org.yiwang.credential;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of presentations; token and code are sealed, the code is found by a keyed hash. */
@Repository
class PresentationStore {
  private static final String SEALED = "credential.presentation";
  private static final String CODE = "credential.code";
  private static final String SELECT = "select * from credential_presentation ";

  private final JdbcClient sql;
  private final Vault vault;

  PresentationStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /** False if there is one of that id already. */
  boolean insert(Presentation made) {
    return sql.sql(
                """
            insert into credential_presentation
              (id, credential, claims, purpose, recipient, made, expires, code_index, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """)
            .params(
                made.id(),
                made.credential(),
                made.claims().toArray(String[]::new),
                made.purpose(),
                made.recipient(),
                made.made().atOffset(ZoneOffset.UTC),
                made.expires().atOffset(ZoneOffset.UTC),
                vault.index(made.code(), CODE),
                vault.seal(made.code() + " " + made.token(), SEALED))
            .update()
        == 1;
  }

  Optional<Presentation> find(UUID id) {
    return sql.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
  }

  Optional<Presentation> findByCode(String code) {
    return sql.sql(SELECT + "where code_index = ?")
        .param(vault.index(code, CODE))
        .query(this::row)
        .optional();
  }

  List<Presentation> listOf(UUID credential) {
    return sql.sql(SELECT + "where credential = ? order by made desc, id desc limit 500")
        .param(credential)
        .query(this::row)
        .list();
  }

  /** True for exactly one of all who try. */
  boolean use(UUID id, Instant now) {
    return sql.sql(
                """
                update credential_presentation set used = :now
                 where id = :id and used is null and withdrawn is null and expires > :now
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean withdraw(UUID id, Instant now) {
    return sql.sql(
                """
                update credential_presentation set withdrawn = ?
                 where id = ? and used is null and withdrawn is null
                """)
            .params(now.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /** Remembers a presentation of another issuer; false if it was used before. */
  boolean remember(String issuer, String nonce, Instant now) {
    return sql.sql(
                """
                insert into credential_taken (issuer, nonce, taken)
                values (?, ?, ?) on conflict do nothing
                """)
            .params(issuer, Letters.hash(nonce), now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Presentation row(ResultSet row, int number) throws SQLException {
    String[] sealed = vault.open(row.getBytes("sealed"), SEALED).split(" ", 2);
    Array claims = row.getArray("claims");
    return new Presentation(
        row.getObject("id", UUID.class),
        row.getObject("credential", UUID.class),
        List.of((String[]) Objects.requireNonNull(claims.getArray())),
        row.getString("purpose"),
        row.getString("recipient"),
        row.getTimestamp("made").toInstant(),
        row.getTimestamp("expires").toInstant(),
        CredentialStore.instant(row.getTimestamp("used")),
        CredentialStore.instant(row.getTimestamp("withdrawn")),
        sealed[0],
        sealed[1]);
  }
}
