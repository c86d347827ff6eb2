package org.yiwang.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of sign-ins granted to programs. */
@Repository
class GrantStore {
  private final JdbcClient sql;

  GrantStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One grant; tokens hashed, body sealed. */
  record Row(
      String id,
      String client,
      String principal,
      List<byte[]> tokens,
      byte[] body,
      Instant until) {}

  void save(Row row) {
    sql.sql(
            """
            insert into identity_grant (id, client, principal, tokens, body, until)
            values (:id, :client, :principal, :tokens, :body, :until)
            on conflict (id) do update
               set tokens = excluded.tokens, body = excluded.body, until = excluded.until
            """)
        .param("id", row.id())
        .param("client", UUID.fromString(row.client()))
        .param("principal", row.principal())
        .param("tokens", row.tokens().toArray(byte[][]::new))
        .param("body", row.body())
        .param("until", row.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<byte[]> find(String id) {
    return sql.sql("select body from identity_grant where id = ?")
        .param(id)
        .query(byte[].class)
        .optional();
  }

  Optional<byte[]> findByToken(byte[] hash) {
    return sql.sql("select body from identity_grant where tokens @> array[?::bytea]")
        .param(hash)
        .query(byte[].class)
        .optional();
  }

  void remove(String id) {
    sql.sql("delete from identity_grant where id = ?").param(id).update();
  }

  void removeOlder(Instant than) {
    sql.sql("delete from identity_grant where until < ?")
        .param(than.atOffset(ZoneOffset.UTC))
        .update();
  }
}
