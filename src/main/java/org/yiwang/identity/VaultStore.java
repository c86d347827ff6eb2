package org.yiwang.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the proof by which a wrong key is noticed before it does harm. */
@Repository
class VaultStore {
  private final JdbcClient sql;

  VaultStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<byte[]> findProof() {
    return sql.sql("select proof from identity_vault").query(byte[].class).optional();
  }

  /** The first proof stays: two instances may start at once. */
  void saveProof(byte[] proof, Instant now) {
    sql.sql("insert into identity_vault (proof, created) values (?, ?) on conflict do nothing")
        .params(proof, now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
