package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.launch.TestDatabase;
import org.yiwang.party.SaidStore.Saying;

/**
 * A database filled by older versions, script after script: who gave which mandate is found where
 * it is certain, and who said who represents a firm, in the order in which it was said.
 */
class RelationsMigratedTests {
  private static final String LICENCE = "business-licence";
  private static final String JANUARY = "2026-01-10T08:00:00Z";
  private static final String MARCH = "2026-03-10T08:00:00Z";
  private static final String MAY = "2026-05-10T08:00:00Z";
  private static final String JULY = "2026-07-10T08:00:00Z";

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID unknown = UUID.randomUUID();
  private final UUID insurance = UUID.randomUUID();

  private HikariDataSource database = TestDatabase.pool(TestDatabase.empty());
  private JdbcClient sql = JdbcClient.create(database);

  @BeforeEach
  void open() {
    TestDatabase.migrate(database, "110");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private UUID party(String kind) {
    return sql.sql(
            """
            insert into party_party (kind, name, created)
            values (?, '\\x00'::bytea, '2026-01-01T00:00:00Z') returning id
            """)
        .param(kind)
        .query(UUID.class)
        .single();
  }

  /** A line as a licence, or the pack where there is none, began it. */
  private long represents(UUID party, UUID firm, @Nullable UUID licence, String since) {
    long id =
        sql.sql(
                """
                insert into party_relation
                  (party, kind, other, source_kind, source, source_ref, since)
                values (?, 'LEGAL_REPRESENTATIVE', ?, ?, ?, ?, ?::timestamptz) returning id
                """)
            .param(party)
            .param(firm)
            .param(licence == null ? "PACK" : "CREDENTIAL")
            .param(licence == null ? "firm" : LICENCE)
            .param(licence == null ? null : licence.toString())
            .param(since)
            .query(Long.class)
            .single();
    if (licence != null) {
      base(id, licence, since);
    }
    return id;
  }

  private void base(long relation, UUID credential, String since) {
    sql.sql("insert into party_relation_basis values (?, ?, ?::timestamptz)")
        .params(relation, credential, since)
        .update();
  }

  private void ended(long relation, String kind, String ref, String until) {
    sql.sql(
            """
            update party_relation
               set until = ?::timestamptz, end_kind = ?, end_source = ?, end_ref = ? where id = ?
            """)
        .params(until, kind, kind.equals("CASE") ? ref : LICENCE, ref, relation)
        .update();
  }

  private UUID mandate(UUID firm, UUID agent, String given, String basis) {
    return sql.sql(
            """
            insert into party_mandate (principal, agent, matters, until, given, confirmed_by)
            values (?, ?, '{}', '2027-01-01', ?::timestamptz, ?) returning id
            """)
        .params(firm, agent, given, basis)
        .query(UUID.class)
        .single();
  }

  private @Nullable UUID givenBy(UUID mandate) {
    return sql.sql("select given_by from party_mandate where id = ?")
        .param(mandate)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private List<Saying> said(UUID firm) {
    return new SaidStore(sql).list(firm, Relation.Kind.LEGAL_REPRESENTATIVE);
  }

  @Test
  void whoGaveAMandateIsWhoRepresentedTheFirmThenIfOneAlone() {
    UUID firm = party("organisation");
    UUID lu = party("person");
    UUID he = party("person");
    UUID agent = party("person");
    ended(represents(lu, firm, first, JANUARY), "CREDENTIAL", second.toString(), MAY);
    represents(he, firm, second, MAY);
    UUID former = mandate(firm, agent, MARCH, "REPRESENTATIVE");
    UUID present = mandate(firm, agent, JULY, "REPRESENTATIVE");
    UUID window = mandate(firm, agent, JULY, "WINDOW");
    UUID early = mandate(firm, agent, "2025-12-01T08:00:00Z", "REPRESENTATIVE");
    UUID two = party("organisation");
    represents(lu, two, null, JANUARY);
    represents(he, two, null, MARCH);
    UUID either = mandate(two, agent, MAY, "REPRESENTATIVE");

    TestDatabase.migrate(database, "111");
    TestDatabase.migrate(database, null);
    assertThat(givenBy(former)).isEqualTo(lu);
    assertThat(givenBy(present)).isEqualTo(he);
    assertThat(givenBy(window)).as("an officer").isNull();
    assertThat(givenBy(early)).as("nobody represented it").isNull();
    assertThat(givenBy(either)).as("one of two").isNull();
  }

  @Test
  void whoSaidWhoRepresentsAFirmIsKnownInItsOrderAndWhatWasTakenBackCountsAsWrong() {
    UUID firm = party("organisation");
    UUID lu = party("person");
    UUID he = party("person");
    TestDatabase.migrate(database, "111");
    long before = represents(lu, firm, null, JANUARY);
    hear(first, JANUARY, MAY);
    base(before, first, JANUARY);
    ended(before, "CREDENTIAL", second.toString(), MARCH);
    hear(second, MARCH, null);
    long after = represents(he, firm, second, MARCH);
    ended(after, "CREDENTIAL", unknown.toString(), MAY); // it named nobody who has a file

    TestDatabase.migrate(database, null);
    assertThat(said(firm))
        .containsExactly(
            new Saying(first, null, Relation.Kind.LEGAL_REPRESENTATIVE, firm, true),
            new Saying(second, LICENCE, Relation.Kind.LEGAL_REPRESENTATIVE, firm, false),
            new Saying(unknown, LICENCE, Relation.Kind.LEGAL_REPRESENTATIVE, firm, false));
    assertThat(
            sql.sql(
                    """
                    select credential, at, forgotten, wrong from party_relation_heard order by at
                    """)
                .query(
                    (row, number) ->
                        tuple(
                            row.getObject(1, UUID.class),
                            row.getTimestamp(2).toInstant().toString(),
                            row.getTimestamp(3) != null,
                            row.getObject(4)))
                .list())
        .as("one that ended somebody and named nobody is heard from then on")
        .containsExactly(
            tuple(first, JANUARY, true, null),
            tuple(second, MARCH, false, null),
            tuple(unknown, MAY, false, null));
    assertThat(new SaidStore(sql).named(second)).containsExactly(after);
  }

  @Test
  void whatACaseEndedAndOtherKindsSayNothingOfTheOne() {
    UUID firm = party("organisation");
    UUID lu = party("person");
    TestDatabase.migrate(database, "111");
    long line = represents(lu, firm, null, JANUARY);
    ended(line, "CASE", "YP-20260310-00001", MARCH);
    hear(insurance, MAY, null);
    long works =
        sql.sql(
                """
                insert into party_relation
                  (party, kind, other, source_kind, source, source_ref, since)
                values (?, 'EMPLOYEE', ?, 'CREDENTIAL', 'social-insurance-account', ?,
                        ?::timestamptz)
                returning id
                """)
            .params(lu, firm, insurance.toString(), MAY)
            .query(Long.class)
            .single();
    base(works, insurance, MAY);

    TestDatabase.migrate(database, null);
    assertThat(said(firm)).isEmpty();
    assertThat(new SaidStore(sql).listBy(insurance)).isEmpty();
  }

  private void hear(UUID credential, String at, @Nullable String forgotten) {
    sql.sql(
            """
            insert into party_relation_heard (credential, at, forgotten)
            values (?, ?::timestamptz, ?::timestamptz)
            """)
        .param(credential)
        .param(at)
        .param(forgotten)
        .update();
  }
}
