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

/** SQL of relations. */
@Repository
class RelationStore {
  private final JdbcClient sql;

  RelationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Its id; empty if it stands already. */
  Optional<Long> insert(NewRelation relation, Instant now) {
    return sql.sql(
            """
                insert into party_relation
                  (party, kind, other, source_kind, source, source_ref, since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (party, kind, other) where until is null do nothing
                returning id
                """)
        .param(relation.party())
        .param(relation.kind().name())
        .param(relation.other())
        .param(relation.source().kind().name())
        .param(relation.source().name())
        .param(relation.source().ref())
        .param(now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  Optional<Relation> find(long id) {
    return sql.sql("select * from party_relation where id = ?")
        .param(id)
        .query(RelationStore::relation)
        .optional();
  }

  /** False if it has ended before. */
  boolean end(long id, Fact.Source why, Instant now) {
    return sql.sql(
                """
                update party_relation set until = ?, end_kind = ?, end_source = ?, end_ref = ?
                 where id = ? and until is null
                """)
            .param(now.atOffset(ZoneOffset.UTC))
            .param(why.kind().name())
            .param(why.name())
            .param(why.ref())
            .param(id)
            .update()
        == 1;
  }

  /** A credential says that it stands; false if that was known. */
  boolean base(long id, UUID credential, Instant now) {
    return sql.sql(
                """
                insert into party_relation_basis (relation, credential, since) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(id, credential, now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The credential says it no more; of which relations it did. */
  List<Long> unbase(UUID credential, Instant now) {
    return sql.sql(
            """
            update party_relation_basis set until = ? where credential = ? and until is null
            returning relation
            """)
        .params(now.atOffset(ZoneOffset.UTC), credential)
        .query(Long.class)
        .list();
  }

  /** Whether a credential that counts says that it stands. */
  boolean based(long id) {
    return sql.sql(
            """
            select exists
              (select 1 from party_relation_basis where relation = ? and until is null)
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Whether it is on file already what a credential says of a party in this. */
  boolean knows(UUID party, Relation.Kind kind, UUID credential) {
    return sql.sql(
            """
            select exists
              (select 1 from party_relation_basis b join party_relation r on r.id = b.relation
                where b.credential = ? and r.kind = ? and (r.party = ? or r.other = ?))
            """)
        .params(credential, kind.name(), party, party)
        .query(Boolean.class)
        .single();
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
        PartyStore.instant(row.getTimestamp("until")),
        ending(row));
  }

  private static Fact.@Nullable Source ending(ResultSet row) throws SQLException {
    String kind = row.getString("end_kind");
    return kind == null
        ? null
        : new Fact.Source(
            Fact.Source.Kind.valueOf(kind), row.getString("end_source"), row.getString("end_ref"));
  }
}
