package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.Case.Where;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.launch.TestDatabase;
import org.yiwang.pack.Text;

/** The scope as a where clause and the scope as a condition say the same of every case. */
class CaseScopeTests {
  private static final List<String> AREAS = List.of("310110009", "310110019", "310110016");
  private static final List<String> GRIDS = List.of("g1", "g2", "g3");
  private static final List<String> UNITS = List.of("greening", "housing", "street");
  private static final List<String> ACCOUNTS = List.of("wang", "li", "zhou");

  private static HikariDataSource database = TestDatabase.pool(TestDatabase.fresh());
  private static List<Case> all = List.of();

  @BeforeContainer
  static void openCases() {
    try (Bench bench = Bench.of(database, Bench.Shipped.YANGPU)) {
      List<Case> opened = new ArrayList<>();
      for (int i = 0; i < 256; i++) {
        opened.add(bench.cases().open(Bench.command(draft(i))));
      }
      JdbcClient sql = JdbcClient.create(database);
      for (int i = 0; i < 256; i++) {
        sql.sql("update casework_case set unit = ? where number = ?")
            .param(one(UNITS, i / 16))
            .param(opened.get(i).number())
            .update();
      }
      all = opened.stream().map(bench::reread).toList();
    }
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  private static Bench.Draft draft(int i) {
    var where = new Where("某路", null, null, one(AREAS, i), one(GRIDS, i / 4));
    return new Bench.Draft("city-operations", "six-step", where, one(ACCOUNTS, i / 64));
  }

  /** Every fourth is nothing. */
  private static @org.jspecify.annotations.Nullable String one(List<String> of, int i) {
    return i % 4 == 3 ? null : of.get(i % 4);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void sqlAndConditionAgree(@ForAll("viewers") Viewer viewer) {
    Map<String, Object> parameters = new HashMap<>();
    String condition = CaseScope.condition(viewer, parameters);
    List<String> found =
        JdbcClient.create(database)
            .sql("select number from casework_case where " + condition + " order by number")
            .params(parameters)
            .query(String.class)
            .list();
    List<String> covered =
        all.stream().filter(of -> CaseScope.covers(viewer, of)).map(Case::number).sorted().toList();
    assertThat(found).isEqualTo(covered);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whoMayNotSeeCasesSeesNoneEvenOwnOnes(@ForAll("viewers") Viewer viewer) {
    if (!viewer.may(Permission.SEE_CASES)) {
      assertThat(all.stream().filter(of -> CaseScope.covers(viewer, of))).isEmpty();
    }
  }

  @Provide
  Arbitrary<Viewer> viewers() {
    Arbitrary<Reach> reach =
        Combinators.combine(
                Arbitraries.frequency(
                    net.jqwik.api.Tuple.of(1, true), net.jqwik.api.Tuple.of(8, false)),
                Arbitraries.of(AREAS).set().ofMaxSize(2),
                Arbitraries.of(GRIDS).set().ofMaxSize(2),
                Arbitraries.of(UNITS).set().ofMaxSize(2))
            .as(Reach::new);
    return Combinators.combine(
            Arbitraries.of(ACCOUNTS).injectNull(0.2), reach, Arbitraries.of(true, true, false))
        .as(
            (account, r, sees) ->
                new Viewer(
                    account,
                    Text.same("x"),
                    Set.of("any"),
                    sees ? Set.of(Permission.SEE_CASES) : Set.of(),
                    r));
  }
}
