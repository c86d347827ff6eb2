package org.yiwang.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of relations. */
@Repository
class RelationStore {
  private final JdbcClient sql;

  RelationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** False if it stands already. */
  boolean insert(NewRelation relation, Instant now) {
    return sql.sql(
                """
                insert into party_relation
                  (party, kind, other, source_kind, source, source_ref, since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (party, kind, other) where until is null do nothing
                """)
            .param(relation.party())
            .param(relation.kind().name())
            .param(relation.other())
            .param(relation.source().kind().name())
            .param(relation.source().name())
            .param(relation.source().ref())
            .param(now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if it has ended before. */
  boolean end(long id, Instant now) {
    return sql.sql("update party_relation set until = ? where id = ? and until is null")
            .params(now.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /** All relations of a party, on either side, oldest first. */
  List<Relation> list(UUID party) {
    return sql.sql("select * from party_relation where party = :id or other = :id order by id")
        .param("id", party)
        .query(RelationStore::relation)
        .list();
  }

  private static Relation relation(ResultSet row, int number) throws SQLException {
    return new Relation(
        row.getLong("id"),
        row.getObject("party", UUID.class),
        Relation.Kind.valueOf(row.getString("kind")),
        row.getObject("other", UUID.class),
        FactStore.source(row),
        row.getTimestamp("since").toInstant(),
        PartyStore.instant(row.getTimestamp("until")));
  }
}
