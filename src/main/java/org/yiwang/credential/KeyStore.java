package org.yiwang.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of keys: the issuer's and the holders'; private parts are sealed. */
@Repository("credentialKeyStore")
class KeyStore {
  private final JdbcClient sql;

  KeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One key of the issuer. */
  record Row(String id, String algorithm, byte[] jwk, Instant created) {}

  List<Row> listNewestFirst() {
    return sql.sql(
            "select id, algorithm, jwk, created from credential_key order by created desc, id")
        .query(
            (row, number) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getBytes(3),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  /** False if it is there already. */
  boolean insert(Row row) {
    return sql.sql(
                """
                insert into credential_key (id, algorithm, jwk, created)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(row.id(), row.algorithm(), row.jwk(), row.created().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<byte[]> findHolderKey(UUID party) {
    return sql.sql("select jwk from credential_holder_key where party = ?")
        .param(party)
        .query(byte[].class)
        .optional();
  }

  void insertHolderKey(UUID party, String open, byte[] sealed, Instant now) {
    sql.sql(
            """
            insert into credential_holder_key (party, public_jwk, jwk, created)
            values (?, ?, ?, ?)
            """)
        .params(party, open, sealed, now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
