package org.yiwang.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;
import org.yiwang.pack.Text;

/** SQL of parties; seals on the way in and opens on the way out. */
@Repository
class PartyStore {
  private static final String NAME = "party.name";
  private static final String NAME_EN = "party.name-en";
  private static final String PHONE = "party.phone";
  private static final String MAIL = "party.mail";

  private final JdbcClient sql;
  private final Vault vault;

  PartyStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  UUID insert(Contact contact, Instant now) {
    return sql.sql(
            """
            insert into party_party (kind, name, phone, phone_index, mail, created)
            values ('person', :name, :phone, :index, :mail, :now)
            returning id
            """)
        .param("name", sealed(contact.name(), NAME))
        .param("phone", sealed(contact.phone(), PHONE))
        .param("index", contact.phone() == null ? null : vault.index(contact.phone(), PHONE))
        .param("mail", sealed(contact.mail(), MAIL))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  /** A firm or a thing: known by name, never by account. */
  UUID insert(PartyName.Kind kind, Text name, Instant now) {
    return sql.sql(
            """
            insert into party_party (kind, name, name_en, created) values (?, ?, ?, ?)
            returning id
            """)
        .params(
            kind.word(),
            vault.seal(name.zh(), NAME),
            vault.seal(name.en(), NAME_EN),
            now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  /** A firm is called otherwise from now on; what it was called stays in its facts. */
  void rename(UUID firm, String name) {
    sql.sql("update party_party set name = ?, name_en = null where id = ? and kind <> 'person'")
        .params(vault.seal(name, NAME), firm)
        .update();
  }

  /** What a party is and how it is called, as far as this table knows. */
  Optional<PartyName> findName(UUID id) {
    return sql.sql("select id, kind, name, name_en from party_party where id = ?")
        .param(id)
        .query(this::name)
        .optional();
  }

  private PartyName name(ResultSet row, int number) throws SQLException {
    String zh = opened(row.getBytes("name"), NAME);
    String en = opened(row.getBytes("name_en"), NAME_EN);
    Text name = zh == null ? Text.same("") : Text.of(zh, en == null ? zh : en);
    return new PartyName(
        row.getObject("id", UUID.class), PartyName.Kind.of(row.getString("kind")), name);
  }

  Optional<Contact> find(UUID id) {
    return sql.sql("select name, phone, mail from party_party where id = ?")
        .param(id)
        .query(this::contact)
        .optional();
  }

  Optional<UUID> findByAccount(String account) {
    return sql.sql("select id from party_party where account = ?")
        .param(account)
        .query(UUID.class)
        .optional();
  }

  Optional<String> findAccount(UUID id) {
    return sql.sql("select account from party_party where id = ? and account is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** The account after which a party is called: not where a document was seen before it. */
  Optional<String> findNamingAccount(UUID id) {
    return sql.sql(
            """
            select account from party_party p where id = ? and account is not null
              and not exists (select 1 from party_joined j where j.party = p.id)
            """)
        .param(id)
        .query(String.class)
        .optional();
  }

  /** Makes the party of an account; of two at once the first stays. */
  UUID join(String account, String name, Instant now) {
    sql.sql(
            """
            insert into party_party (kind, name, account, created)
            values ('person', ?, ?, ?)
            on conflict (account) do nothing
            """)
        .params(vault.seal(name, NAME), account, now.atOffset(ZoneOffset.UTC))
        .update();
    return findByAccount(account).orElseThrow();
  }

  List<UUID> listByPhone(String normal) {
    return sql.sql("select id from party_party where phone_index = ? order by id limit 1000")
        .param(vault.index(normal, PHONE))
        .query(UUID.class)
        .list();
  }

  /** Whether nothing else is known of it: neither account nor facts, nobody it is related to. */
  boolean isOnlyContact(UUID id) {
    return sql.sql(
            """
            select 1 from party_party p
            where p.id = :id and p.kind = 'person' and p.account is null
              and not exists (select 1 from party_fact where party = p.id)
              and not exists (select 1 from party_relation where party = p.id or other = p.id)
              and not exists (select 1 from party_mandate where principal = p.id or agent = p.id)
            """)
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Contact contact(ResultSet row, int number) throws SQLException {
    return new Contact(
        opened(row.getBytes("name"), NAME),
        opened(row.getBytes("phone"), PHONE),
        opened(row.getBytes("mail"), MAIL));
  }

  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private byte @Nullable [] sealed(@Nullable String words, String context) {
    return words == null ? null : vault.seal(words, context);
  }

  private @Nullable String opened(byte @Nullable [] sealed, String context) {
    return sealed == null ? null : vault.open(sealed, context);
  }
}
