package org.yiwang.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the keys that sign tokens. */
@Repository
class KeyStore {
  private final JdbcClient sql;

  KeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One key; {@code jwk} is sealed. */
  record Row(String id, byte[] jwk, Instant created) {}

  List<Row> listNewestFirst() {
    return sql.sql("select id, jwk, created from identity_signing_key order by created desc, id")
        .query(
            (row, number) ->
                new Row(row.getString(1), row.getBytes(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  void insert(Row row) {
    sql.sql("insert into identity_signing_key (id, jwk, created) values (?, ?, ?)")
        .params(row.id(), row.jwk(), row.created().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest stays however old it is. */
  void removeOlder(Instant than) {
    sql.sql(
            """
            delete from identity_signing_key
             where created < ? and created < (select max(created) from identity_signing_key)
            """)
        .param(than.atOffset(ZoneOffset.UTC))
        .update();
  }
}
