package org.yiwang.party;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of who said who is the one, where there is one at a time. */
@Repository
class SaidStore {
  private static final String SAID =
      """
      select s.credential, s.source, s.kind, s.holder,
             h.forgotten is not null and h.wrong is not false as wrong
        from party_relation_said s join party_relation_heard h on h.credential = s.credential
      """;

  private final JdbcClient sql;

  SaidStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * That a credential said who is the one (证照载明的现任).
   *
   * @param source its type; null where an older version did not keep it
   * @param wrong whether it was taken back as wrong, or nobody knows why
   */
  record Saying(
      UUID credential, @Nullable String source, Relation.Kind kind, UUID holder, boolean wrong) {}

  void say(SaidByCredential said, Relation.Kind kind) {
    sql.sql(
            """
            insert into party_relation_said (credential, source, kind, holder)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(said.credential(), said.type(), kind.name(), said.holder())
        .update();
  }

  /** What one credential said. */
  List<Saying> listBy(UUID credential) {
    return sql.sql(SAID + " where s.credential = ? order by s.id")
        .param(credential)
        .query(Saying.class)
        .list();
  }

  /** What was said of one kind about a holder, oldest first. */
  List<Saying> list(UUID holder, Relation.Kind kind) {
    return sql.sql(SAID + " where s.holder = ? and s.kind = ? order by s.id")
        .params(holder, kind.name())
        .query(Saying.class)
        .list();
  }

  /** The relations that a credential says or said, whether or not they last. */
  Set<Long> named(UUID credential) {
    return sql.sql("select relation from party_relation_basis where credential = ?")
        .param(credential)
        .query(Long.class)
        .set();
  }
}
