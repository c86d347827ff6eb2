package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.launch.TestDatabase;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** What waits for somebody is what they may do, role by role, and what was raised to them. */
class QueueTests {
  private static final HikariDataSource DATABASE = TestDatabase.pool(TestDatabase.fresh());
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final List<String> AREAS = List.of("310110009", "310110019");

  @AfterContainer
  static void close() {
    DATABASE.close();
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void everythingThatWaitsForSomebodyIsTheirsToDo(@ForAll long seed) {
    LifecycleDefinition graph = RandomGraphs.of(seed, "queued-" + NUMBER.incrementAndGet());
    Random random = new Random(seed);
    JdbcClient.create(DATABASE).sql("delete from casework_case").update();
    try (Bench bench = Bench.with(DATABASE, graph)) {
      List<Case> all = walked(bench, graph, random);
      for (int i = 0; i < 8; i++) {
        Viewer viewer = viewer(random);
        Set<String> expected = new TreeSet<>();
        all.stream()
            .filter(of -> waitsFor(bench, graph, of, viewer))
            .forEach(of -> expected.add(of.number()));
        assertThat(listed(bench, viewer)).as("%s", viewer).isEqualTo(expected);
        bench
            .cases()
            .findNext(viewer)
            .ifPresent(next -> assertThat(offered(bench, graph, next, viewer)).isTrue());
      }
    }
  }

  @Example
  void aVersionThatCasesStillRunOnKeepsItsQueues() {
    LifecycleDefinition first = waitingFor("checker", 1);
    Case old;
    try (Bench bench = Bench.with(DATABASE, first)) {
      old = bench.open(Bench.draft("renewed"));
    }
    try (Bench bench = Bench.with(DATABASE, waitingFor("worker", 2))) {
      Case fresh = bench.open(Bench.draft("renewed"));
      assertThat(listed(bench, Folk.anywhere("a", "checker"))).contains(old.number());
      assertThat(listed(bench, Folk.anywhere("a", "checker"))).doesNotContain(fresh.number());
      assertThat(listed(bench, Folk.anywhere("b", "worker"))).contains(fresh.number());
      assertThat(listed(bench, Folk.anywhere("b", "worker"))).doesNotContain(old.number());
      assertThat(bench.cases().desk(Folk.anywhere("b", "worker")).mineBySteps())
          .containsEntry(new StepKey(Bench.APPLICATION, "renewed", "told"), 1L);
    }
  }

  @Example
  void whatOnlyARatingCouldBeGivenWaitsNoLongerOnceItIsRated() {
    Asks rating = new Asks(null, null, null, null, null, Need.REQUIRED, null, List.of());
    var rates = new Graphs.Way("told", List.of("officer")).asking(rating).action();
    LifecycleDefinition graph =
        Graphs.graph(
            "rated-in-place",
            "told",
            Map.of("told", Graphs.waiting("officer", "4 working-hours", Map.of("rate", rates))));
    Viewer officer = Folk.anywhere("o", "officer");
    try (Bench bench = Bench.with(DATABASE, graph)) {
      Case told = bench.open(Bench.draft("rated-in-place"));
      assertThat(listed(bench, officer)).contains(told.number());
      Move rate = new Move(told.number(), told.version(), "rate", Given.NOTHING.withRating(3));
      bench.cases().act(rate, Mover.of(officer));
      assertThat(listed(bench, officer)).doesNotContain(told.number());
    }
  }

  @Example
  void aStepIsReadAsItWasWritten() {
    StepKey key = new StepKey("city-operations", "six-step", "handle");
    assertThat(StepKey.parse(key.toString())).isEqualTo(key);
    CaseFilter filter = CaseFilter.all().mine(true).at(key);
    assertThat(CaseFilter.read(name -> filter.parameters().get(name))).isEqualTo(filter);
    assertThat(filter.at()).isEqualTo(key);
  }

  private static LifecycleDefinition waitingFor(String role, int version) {
    LifecycleDefinition one =
        Graphs.graph(
            "renewed",
            "told",
            Map.of(
                "told",
                Graphs.waiting(role, "4 working-hours", Map.of("so", Graphs.to("gone", role))),
                "gone",
                Graphs.end()));
    return new LifecycleDefinition(
        one.id(), version, null, one.name(), one.stages(), one.start(), false, null, one.steps());
  }

  /** Cases in two streets, each some way along. */
  private static List<Case> walked(Bench bench, LifecycleDefinition graph, Random random) {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      var where = new Case.Where("某路", null, null, AREAS.get(i % 2), null);
      Case now = bench.open(new Bench.Draft(Bench.APPLICATION, graph.id(), where, "wang"));
      for (int steps = random.nextInt(5); steps > 0; steps--) {
        now = moved(bench, now, random);
      }
      all.add(now);
    }
    bench.clock.pass(java.time.Duration.ofHours(random.nextInt(30)));
    bench.get(CaseClock.class).tick();
    return all.stream().map(bench::reread).toList();
  }

  private static Case moved(Bench bench, Case of, Random random) {
    Viewer who =
        Folk.inEach(
            "p" + random.nextInt(3),
            Reach.district(),
            RandomGraphs.ROLES.stream().collect(Collectors.toMap(r -> r, r -> Reach.district())));
    Mover mover = random.nextInt(4) == 0 ? Mover.atCounter(who, "greening") : Mover.of(who);
    if (random.nextInt(8) == 0) {
      var done = new AtCounter(String.valueOf(who.account()), "greening", Text.of("补交", "Given"));
      bench
          .transaction()
          .executeWithoutResult(begun -> bench.cases().append(of.number(), done, Actor.SYSTEM));
    }
    List<Offer> offers = bench.cases().offers(of, mover);
    if (offers.isEmpty()) {
      return of;
    }
    UUID photo =
        bench.get(CasePhotos.class).keep(new ByteArrayInputStream(Pictures.jpeg(4, 4)), null, null);
    Given given =
        Given.NOTHING
            .withNote("看过了")
            .withReason("r1")
            .withUnit("greening")
            .withRating(3)
            .withPhotos(List.of(photo));
    String action = offers.get(random.nextInt(offers.size())).id();
    try {
      return bench.cases().act(new Move(of.number(), of.version(), action, given), mover);
    } catch (RefusedException wantsAnotherCase) {
      return of;
    }
  }

  private static Viewer viewer(Random random) {
    Map<String, Reach> roles = new HashMap<>();
    for (String role : RandomGraphs.ROLES) {
      switch (random.nextInt(5)) {
        case 0 -> roles.put(role, Reach.district());
        case 1 -> roles.put(role, Folk.area(AREAS.get(random.nextInt(2))));
        case 2 -> roles.put(role, Folk.unit("greening"));
        default -> {}
      }
    }
    Set<String> areas = new TreeSet<>();
    Set<String> units = new TreeSet<>();
    roles.values().forEach(reach -> areas.addAll(reach.areas()));
    roles.values().forEach(reach -> units.addAll(reach.units()));
    boolean everything = roles.values().stream().anyMatch(Reach::everything);
    String account = random.nextInt(4) == 0 ? "wang" : "p" + random.nextInt(3);
    return Folk.inEach(account, new Reach(everything, areas, Set.of(), units), roles);
  }

  private static Set<String> listed(Bench bench, Viewer viewer) {
    return bench
        .cases()
        .list(CaseFilter.all().mine(true), new Sorting(Sorting.By.NUMBER, false, 1, 500), viewer)
        .cases()
        .stream()
        .map(Case::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same said once more, role by role, with what is offered in that role alone. */
  private static boolean waitsFor(Bench bench, LifecycleDefinition graph, Case of, Viewer viewer) {
    return of.position().waiting()
        && (offered(bench, graph, of, viewer)
            || viewer.roles().stream()
                .filter(of.position().raisedTo()::contains)
                .anyMatch(role -> CaseScope.covers(viewer.reachOf(role), of)));
  }

  private static boolean offered(Bench bench, LifecycleDefinition graph, Case of, Viewer viewer) {
    var step = graph.step(of.position().step());
    return viewer.roles().stream()
        .filter(step.queue()::contains)
        .filter(role -> CaseScope.covers(viewer.reachOf(role), of))
        .anyMatch(
            role ->
                bench.cases().offers(of, Mover.of(only(viewer, role))).stream()
                    .anyMatch(
                        offer ->
                            java.util.Objects.requireNonNull(step.actions().get(offer.id()))
                                .by()
                                .contains(role)));
  }

  private static Viewer only(Viewer viewer, String role) {
    Reach reach = viewer.reachOf(role);
    return Folk.inEach(String.valueOf(viewer.account()), reach, Map.of(role, reach));
  }
}
