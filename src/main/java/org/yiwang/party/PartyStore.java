package org.yiwang.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of parties; seals on the way in and opens on the way out. */
@Repository
class PartyStore {
  private static final String NAME = "party.name";
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

  private Contact contact(ResultSet row, int number) throws SQLException {
    return new Contact(
        opened(row.getBytes("name"), NAME),
        opened(row.getBytes("phone"), PHONE),
        opened(row.getBytes("mail"), MAIL));
  }

  private byte @Nullable [] sealed(@Nullable String words, String context) {
    return words == null ? null : vault.seal(words, context);
  }

  private @Nullable String opened(byte @Nullable [] sealed, String context) {
    return sealed == null ? null : vault.open(sealed, context);
  }
}
