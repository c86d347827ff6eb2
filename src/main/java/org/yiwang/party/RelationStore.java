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

  /**
   * Nobody else begins or ends relations until the transaction ends: whoever comes second sees what
   * the first one wrote. See the module's description for why nobody waits in a circle.
   */
  void alone() {
    sql.sql("select pg_advisory_xact_lock(hashtext('party_relation ' || current_schema()))")
        .query((row, number) -> number)
        .list();
  }

  /** A credential speaks of relations; false if it has spoken before. */
  boolean hear(UUID credential, Instant now) {
    return sql.sql(
                """
                insert into party_relation_heard (credential, at) values (?, ?)
                on conflict do nothing
                """)
            .params(credential, now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** What a credential said counts no more; false if it never spoke, or is forgotten already. */
  boolean forget(TakenBack taken, Instant now) {
    return sql.sql(
                """
                update party_relation_heard set forgotten = ?, wrong = ?
                 where credential = ? and forgotten is null
                """)
            .params(now.atOffset(ZoneOffset.UTC), taken.wrong(), taken.credential())
            .update()
        == 1;
  }

  /** One credential stands in another's place: what that one began and this one says too. */
  void inherit(UUID former, UUID corrected) {
    sql.sql(
            """
            update party_relation r set source_ref = :it
             where source_kind = 'CREDENTIAL' and source_ref = :former
               and exists (select 1 from party_relation_basis
                            where relation = r.id and credential = cast(:it as uuid))
            """)
        .param("former", former.toString())
        .param("it", corrected.toString())
        .update();
  }

  /** It is known from something else now. */
  void source(long id, Fact.Source source) {
    sql.sql(
            """
            update party_relation set source_kind = ?, source = ?, source_ref = ? where id = ?
            """)
        .param(source.kind().name())
        .param(source.name())
        .param(source.ref())
        .param(id)
        .update();
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
