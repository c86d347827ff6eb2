package org.yiwang.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of status lists. */
@Repository
class ListStore {
  /** Also those whom only a backup of the keys remembers. */
  private static final String REVOKED =
      """
      select list_index from credential_credential where list = :list and revoked is not null
      union
      select list_index from credential_taken_back where list = :list
      """;

  private final JdbcClient sql;

  ListStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** The next place in the lists, and the open part of the holder's key if there is one. */
  record Next(long index, @Nullable String holderKey) {}

  Next next(UUID holder) {
    return sql.sql(
            """
            select nextval('credential_index'),
                   (select public_jwk from credential_holder_key where party = ?)
            """)
        .param(holder)
        .query((row, number) -> new Next(row.getLong(1), row.getString(2)))
        .single();
  }

  /** The place that would be drawn next. */
  long peek() {
    return sql.sql(
            "select case when is_called then last_value + 1 else last_value end from credential_index")
        .query(Long.class)
        .single();
  }

  /** The issuer of a list; of a new one whoever asks first. */
  String claim(int number, String issuer, Instant now) {
    sql.sql(
            "insert into credential_list (number, issuer, created) values (?, ?, ?) on conflict do nothing")
        .params(number, issuer, now.atOffset(ZoneOffset.UTC))
        .update();
    return findIssuer(number).orElseThrow();
  }

  Optional<String> findIssuer(int number) {
    return sql.sql("select issuer from credential_list where number = ?")
        .param(number)
        .query(String.class)
        .optional();
  }

  Set<String> listIssuers() {
    return Set.copyOf(
        sql.sql("select distinct issuer from credential_list").query(String.class).list());
  }

  /** The issuer of the newest list. */
  Optional<String> findNewest() {
    return sql.sql("select issuer from credential_list order by number desc limit 1")
        .query(String.class)
        .optional();
  }

  /** Goes on with the list after that one, in a transaction alone; nobody ever goes back. */
  void skip(int number) {
    sql.sql("select pg_advisory_xact_lock(hashtext('credential_index'))")
        .query((row, n) -> number)
        .single();
    long next = (number + 1L) * StatusList.SIZE;
    sql.sql(
            """
            select setval('credential_index', :next, false)
             where (select last_value from credential_index) < :next
            """)
        .param("next", next)
        .query(Long.class)
        .list();
  }

  int countRevoked(int number) {
    return sql.sql("select count(*) from (" + REVOKED + ") revoked")
        .param("list", number)
        .query(Integer.class)
        .single();
  }

  List<Integer> listRevoked(int number) {
    return sql.sql(REVOKED).param("list", number).query(Integer.class).list();
  }

  List<Integer> listNumbers() {
    return sql.sql("select number from credential_list order by number")
        .query(Integer.class)
        .list();
  }

  /** Keeps in mind who was taken back before a restore; false if that was known. */
  boolean keepRevoked(int list, int index) {
    return sql.sql(
                "insert into credential_taken_back (list, list_index) values (?, ?) on conflict do nothing")
            .params(list, index)
            .update()
        == 1;
  }
}
