package org.yiwang.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.pack.Text;

/** SQL of accounts. */
@Repository
class AccountStore {
  private final JdbcClient sql;

  AccountStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Account> find(UUID id) {
    return sql.sql("select * from identity_account where id = ?")
        .param(id)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> findByLogin(String login) {
    return sql.sql("select * from identity_account where lower(login) = lower(?)")
        .param(login)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> findOutside(String issuer, String subject) {
    return sql.sql("select * from identity_account where issuer = ? and subject = ?")
        .params(issuer, subject)
        .query(AccountStore::account)
        .optional();
  }

  List<Account> list() {
    return sql.sql("select * from identity_account order by lower(login)")
        .query(AccountStore::account)
        .list();
  }

  List<Account> listOfUnits(Collection<String> units) {
    return sql.sql(
            "select * from identity_account where unit = any(?) and enabled order by lower(login)")
        .param(units.toArray(String[]::new))
        .query(AccountStore::account)
        .list();
  }

  boolean isEmpty() {
    return !sql.sql("select exists (select from identity_account)").query(Boolean.class).single();
  }

  Optional<String> findPassword(UUID id) {
    return sql.sql("select password from identity_account where id = ? and password is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  UUID insert(NewAccount account, Instant now) {
    return sql.sql(
            """
            insert into identity_account
              (login, password, name_zh, name_en, roles, unit, area, grid,
               must_change, demo, created, valid_from)
            values (:login, :password, :zh, :en, :roles::text[], :unit, :area, :grid,
               :change, :demo, :now, :now)
            returning id
            """)
        .param("login", account.login())
        .param("password", account.password())
        .param("zh", account.name().zh())
        .param("en", account.name().en())
        .param("roles", account.post().roles().toArray(String[]::new))
        .param("unit", account.post().unit())
        .param("area", account.post().area())
        .param("grid", account.post().grid())
        .param("change", account.mustChange())
        .param("demo", account.demo())
        .param("now", utc(now))
        .query(UUID.class)
        .single();
  }

  void linkOutside(UUID id, String issuer, String subject) {
    sql.sql("update identity_account set issuer = ?, subject = ? where id = ?")
        .params(issuer, subject, id)
        .update();
  }

  /**
   * @return from when on sign-ins count: later than before, even if the clock has been put back
   */
  Instant savePassword(UUID id, String password, boolean mustChange, Instant validFrom) {
    return sql.sql(
            """
            update identity_account
               set password = ?, must_change = ?, version = version + 1,
                   valid_from = case when valid_from > ? then valid_from + interval '1 second'
                                     else ? end
             where id = ?
            returning valid_from
            """)
        .params(password, mustChange, utc(validFrom), utc(validFrom), id)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .single();
  }

  void saveEnabled(UUID id, boolean enabled, Instant validFrom) {
    sql.sql(
            """
            update identity_account
               set enabled = ?, version = version + 1,
                   valid_from = case when valid_from > ? then valid_from + interval '1 second'
                                     else ? end
             where id = ?
            """)
        .params(enabled, utc(validFrom), utc(validFrom), id)
        .update();
  }

  void savePost(UUID id, Post post) {
    sql.sql(
            """
            update identity_account
               set roles = :roles::text[], unit = :unit, area = :area, grid = :grid,
                   version = version + 1
             where id = :id
            """)
        .param("roles", post.roles().toArray(String[]::new))
        .param("unit", post.unit())
        .param("area", post.area())
        .param("grid", post.grid())
        .param("id", id)
        .update();
  }

  void signedIn(UUID id, Instant now) {
    sql.sql("update identity_account set last_sign_in = ? where id = ?")
        .params(utc(now), id)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Account account(ResultSet row, int index) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("login"),
        Text.of(row.getString("name_zh"), row.getString("name_en")),
        words(row.getArray("roles")),
        row.getString("unit"),
        row.getString("area"),
        row.getString("grid"),
        row.getBoolean("enabled"),
        row.getBoolean("must_change"),
        row.getBoolean("demo"),
        row.getString("issuer") != null,
        row.getTimestamp("valid_from").toInstant(),
        instant(row.getTimestamp("last_sign_in")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static Set<String> words(Array array) throws SQLException {
    return new TreeSet<>(Arrays.asList((String[]) array.getArray()));
  }
}
