package org.yiwang.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of files that accounts joined. */
@Repository
class JoinStore {
  private final JdbcClient sql;

  JoinStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Nobody else changes either, or puts anything on file, until the transaction ends. */
  void lock(UUID one, UUID other) {
    sql.sql("select id from party_party where id in (?, ?) order by id for update")
        .params(one, other)
        .query(UUID.class)
        .list();
  }

  /** Whether nothing is on file: no facts, nobody it is related to or acts for. */
  boolean isBlank(UUID party) {
    return !sql.sql(
            """
            select exists (select 1 from party_fact where party = :id)
                or exists (select 1 from party_relation where party = :id or other = :id)
                or exists (select 1 from party_mandate where principal = :id or agent = :id)
            """)
        .param("id", party)
        .query(Boolean.class)
        .single();
  }

  /** The account leaves the one and has the other, which is a person's without one. */
  void pass(String account, UUID from, UUID to) {
    sql.sql("update party_party set account = null where id = ? and account = ?")
        .params(from, account)
        .update();
    int passed =
        sql.sql(
                """
                update party_party set account = ?
                where id = ? and account is null and kind = 'person'
                """)
            .params(account, to)
            .update();
    if (passed != 1) {
      throw new IllegalStateException("No person without an account: " + to);
    }
  }

  void insert(Joined of) {
    sql.sql(
            """
            insert into party_joined (party, account, former, way, ref, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(of.party(), of.account(), of.former(), of.way().name(), of.ref())
        .param(of.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The account has the file no more, and the file none. */
  void part(Joined of) {
    sql.sql("update party_party set account = null where id = ? and account = ?")
        .params(of.party(), of.account())
        .update();
    sql.sql("delete from party_joined where party = ?").param(of.party()).update();
  }

  Optional<Joined> find(UUID party) {
    return sql.sql("select * from party_joined where party = ?")
        .param(party)
        .query(JoinStore::joined)
        .optional();
  }

  private static Joined joined(ResultSet row, int number) throws SQLException {
    return new Joined(
        row.getObject("party", UUID.class),
        row.getString("account"),
        row.getObject("former", UUID.class),
        Joined.Way.valueOf(row.getString("way")),
        row.getString("ref"),
        row.getTimestamp("at").toInstant());
  }
}
