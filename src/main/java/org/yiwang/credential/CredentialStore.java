package org.yiwang.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Vault;
import org.yiwang.pack.Text;

/** SQL of credentials; what they say is sealed on the way in and opened on the way out. */
@Repository
class CredentialStore {
  private static final String CONTEXT = "credential.token";
  private static final String IDENTIFIER = "credential.identifier";
  static final String PAPER = "credential.paper";
  private static final String SELECT = "select * from credential_credential ";

  private final JdbcClient sql;
  private final Vault vault;

  CredentialStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /** One credential with its token, which holds all that it says. */
  record Row(
      UUID id,
      String number,
      String type,
      Text name,
      UUID holder,
      String issuer,
      String caseNumber,
      Instant issued,
      @Nullable Instant expires,
      @Nullable Instant revoked,
      @Nullable Text reason,
      int list,
      int listIndex,
      String token) {}

  void insert(Row row) {
    sql.sql(
            """
            insert into credential_credential
              (id, number, type, name_zh, name_en, holder, issuer, case_number, issued, expires,
               list, list_index, token)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(row.id())
        .param(row.number())
        .param(row.type())
        .param(row.name().zh())
        .param(row.name().en())
        .param(row.holder())
        .param(row.issuer())
        .param(row.caseNumber())
        .param(row.issued().atOffset(ZoneOffset.UTC))
        .param(row.expires() == null ? null : row.expires().atOffset(ZoneOffset.UTC))
        .param(row.list())
        .param(row.listIndex())
        .param(vault.seal(row.token(), CONTEXT))
        .update();
  }

  Optional<Row> find(UUID id) {
    return sql.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
  }

  List<Row> listOf(UUID holder) {
    return sql.sql(SELECT + "where holder = ? order by issued desc, id desc limit 1000")
        .param(holder)
        .query(this::row)
        .list();
  }

  List<Row> listUsable(UUID holder, String type, Instant now) {
    return sql.sql(
            SELECT
                + """
                where holder = ? and type = ? and revoked is null
                  and (expires is null or expires > ?)
                order by issued desc, id desc limit 1000
                """)
        .params(holder, type, now.atOffset(ZoneOffset.UTC))
        .query(this::row)
        .list();
  }

  /** Keyed hashes of the identifiers that a credential says, by which officers find it. */
  void insertIdentifiers(UUID credential, Collection<String> identifiers) {
    for (String identifier : identifiers) {
      sql.sql(
              """
              insert into credential_identifier (credential, hash) values (?, ?)
              on conflict do nothing
              """)
          .params(credential, vault.index(plain(identifier), IDENTIFIER))
          .update();
    }
  }

  /** Blanks, hyphens and small letters do not make another identifier. */
  private static String plain(String identifier) {
    return identifier.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /**
   * What units within reach have issued, the newest first.
   *
   * @param sought a number, or an identifier that the credential says; blank for all
   */
  List<Row> listIssued(Reach reach, String sought, int limit) {
    return listIssued(
        reach,
        sought,
        sought.isBlank()
            ? ""
            : """
              and (number = :number
                   or id in (select credential from credential_identifier where hash = :hash))
              """,
        limit);
  }

  /** The one with this number of its own, whatever others say, if a unit within reach issued it. */
  List<Row> listNumbered(Reach reach, String number) {
    return listIssued(reach, number, "and number = :number ", 1);
  }

  private List<Row> listIssued(Reach reach, String sought, String which, int limit) {
    return sql.sql(
            SELECT
                + "where (:all or issuer = any(:units)) "
                + which
                + "order by issued desc, id desc limit :limit")
        .param("all", reach.everything())
        .param("units", reach.units().toArray(String[]::new))
        .param("number", sought.strip().toUpperCase(Locale.ROOT))
        .param("hash", vault.index(plain(sought), IDENTIFIER))
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /** False if it was taken back before. */
  boolean revoke(UUID id, Text reason, Instant now) {
    return sql.sql(
                """
                update credential_credential set revoked = ?, reason_zh = ?, reason_en = ?
                 where id = ? and revoked is null
                """)
            .params(now.atOffset(ZoneOffset.UTC), reason.zh(), reason.en(), id)
            .update()
        == 1;
  }

  /** From now on whoever knows the former one finds this one in its place. */
  void succeeded(UUID former, UUID by) {
    sql.sql("update credential_credential set replaced_by = ? where id = ?")
        .params(by, former)
        .update();
  }

  /** The last of those that took each other's place; the same one if none took its place. */
  Optional<Row> findLast(UUID id) {
    return sql.sql(
            """
            with recursive chain as (
              select id, replaced_by from credential_credential where id = ?
              union
              select n.id, n.replaced_by from credential_credential n
                join chain on n.id = chain.replaced_by)
            select c.* from credential_credential c
              join chain on chain.id = c.id where chain.replaced_by is null
            """)
        .param(id)
        .query(this::row)
        .optional();
  }

  void insertPaper(UUID credential, String media, byte[] file) {
    byte[] sealed = vault.seal(Letters.encode(file), PAPER);
    sql.sql("insert into credential_paper (credential, media, sealed) values (?, ?, ?)")
        .params(credential, media, sealed)
        .update();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason_zh");
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("type"),
        Text.of(row.getString("name_zh"), row.getString("name_en")),
        row.getObject("holder", UUID.class),
        row.getString("issuer"),
        row.getString("case_number"),
        row.getTimestamp("issued").toInstant(),
        instant(row.getTimestamp("expires")),
        instant(row.getTimestamp("revoked")),
        reason == null ? null : Text.of(reason, row.getString("reason_en")),
        row.getInt("list"),
        row.getInt("list_index"),
        vault.open(row.getBytes("token"), CONTEXT));
  }

  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
