package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.yiwang.launch.TestDatabase;

/**
 * Whatever anybody tries with a case on whatever lifecycle, the journal tells where it stands, what
 * was refused left no trace, and what was allowed is what the lifecycle declares.
 */
class ReplayLawTests {
  private static final HikariDataSource DATABASE = TestDatabase.pool(TestDatabase.fresh());
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @AfterContainer
  static void close() {
    DATABASE.close();
  }

  /**
   * Something somebody tries.
   *
   * @param who index of a person
   * @param action index of an action, or of nonsense
   * @param outdated how many versions behind the screen is
   * @param given what is brought along, drawn from this seed
   * @param pause how long nothing happened before
   */
  record Try(int who, int action, int outdated, long given, Duration pause) {}

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void journalAndRowAgreeWhateverHappens(
      @ForAll("seeds") long seed, @ForAll("tries") List<Try> tries) {
    LifecycleDefinition graph = RandomGraphs.of(seed, "random-" + NUMBER.incrementAndGet());
    try (Bench bench = Bench.with(DATABASE, graph)) {
      var watch = new WatchedCase(bench, graph);
      tries.forEach(watch::attempt);
      assertThat(watch.accepted() + watch.refused()).isEqualTo(tries.size());
      Statistics.label("something was allowed")
          .collect(watch.accepted() > 0)
          .coverage(often -> often.check(true).percentage(p -> p > 60));
    }
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void journalsOfACaseAndItsOpinionsAgreeWhateverHappens(@ForAll("tries") List<Try> tries) {
    String id = "asking-" + NUMBER.incrementAndGet();
    LifecycleDefinition graph =
        OpinionGraphs.asking(
            id,
            OpinionGraphs.lateTo("leader", OpinionGraphs.opinion("both", "greening", "housing")),
            OpinionGraphs.silent("street", "street"));
    try (Bench bench =
        Bench.with(DATABASE, graph, OpinionGraphs.opinion(), OpinionGraphs.silent())) {
      var watch = new WatchedOpinions(bench, id);
      tries.forEach(watch::attempt);
      assertThat(watch.accepted()).isPositive();
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Provide
  Arbitrary<List<Try>> tries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 7),
            Arbitraries.frequency(net.jqwik.api.Tuple.of(9, 0), net.jqwik.api.Tuple.of(1, 1)),
            Arbitraries.longs(),
            Arbitraries.of(0, 1, 20, 31, 150, 600, 3000).map(Duration::ofMinutes))
        .as(Try::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(40);
  }
}
