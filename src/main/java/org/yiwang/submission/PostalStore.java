package org.yiwang.submission;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** SQL of where papers are posted to; every part is sealed. */
@Repository
class PostalStore {
  private static final String CONTEXT = "submission.postal";

  private final JdbcClient sql;
  private final Vault vault;
  private final DistrictTime time;

  PostalStore(JdbcClient sql, Vault vault, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  /**
   * @param version of the case that was on the screen
   */
  void insert(String number, int version, PostalAddress to) {
    sql.sql(
            """
            insert into submission_postal (number, version, name, phone, address, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(number, version)
        .params(vault.seal(to.name(), CONTEXT), vault.seal(to.phone(), CONTEXT))
        .params(vault.seal(to.address(), CONTEXT), Timestamp.from(time.instant()))
        .update();
  }

  /** The one that counts: given last. */
  Optional<PostalAddress> find(String number) {
    return sql.sql(
            """
            select name, phone, address from submission_postal
            where number = ? order by version desc limit 1
            """)
        .param(number)
        .query(
            (row, at) ->
                new PostalAddress(
                    opened(row.getBytes("name")),
                    opened(row.getBytes("phone")),
                    opened(row.getBytes("address"))))
        .optional();
  }

  private String opened(byte[] sealed) {
    return vault.open(sealed, CONTEXT);
  }
}
