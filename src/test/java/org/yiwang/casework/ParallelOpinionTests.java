package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.Move.Given;
import org.yiwang.journal.Entry;
import org.yiwang.page.RefusedException;

/** Opinions asked of several units at the same time (并联审查). */
class ParallelOpinionTests extends DatabaseTest {
  private static final AtomicInteger ASKING = new AtomicInteger();
  private static final String WANG = "wang";
  private static final Mover OFFICER = Mover.of(Folk.anywhere("officer-1", "officer"));
  private static final Mover REPORTER = Mover.of(Folk.resident(WANG));

  private Bench bench;
  private String asking = "";

  @BeforeEach
  void start() {
    bench = start(OpinionGraphs.opinion("trees", "greening"));
  }

  /** Another lifecycle each time: one with cases on it cannot change. */
  private Bench start(Opinion... opinions) {
    asking = "asking-" + ASKING.incrementAndGet();
    return Bench.with(
        database(),
        OpinionGraphs.asking(asking, opinions),
        OpinionGraphs.opinion(),
        OpinionGraphs.silent());
  }

  private void with(Opinion... opinions) {
    bench.close();
    bench = start(opinions);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Case open() {
    Bench.Draft draft = Bench.draft(asking);
    return bench.open(new Bench.Draft(draft.application(), asking, draft.where(), WANG));
  }

  private Case ask(String... chosen) {
    Given given = Given.NOTHING.withUnits(List.of(chosen));
    return act(open(), "ask", OFFICER, given);
  }

  private Case act(Case of, String action, Mover mover) {
    return act(of, action, mover, Given.NOTHING);
  }

  private Case act(Case of, String action, Mover mover, Given given) {
    Case now = bench.reread(of);
    return bench.cases().act(new Move(now.number(), now.version(), action, given), mover);
  }

  private List<Case> children(Case of) {
    return bench.cases().listChildren(of.number());
  }

  private static Mover worker(Case child) {
    String unit = String.valueOf(child.unit());
    return Mover.of(Folk.in("worker-" + unit, "worker", Folk.unit(unit)));
  }

  /** Everything the journals say is so, of the case and of what it asked. */
  private void agrees(Case of) {
    Case now = bench.reread(of);
    Replay replay = Replay.of(bench.cases().history(now));
    assertThat(replay.differences(now)).isEmpty();
    Map<String, String> rows = new TreeMap<>();
    for (Case child : children(now)) {
      assertThat(Replay.of(bench.cases().history(child)).differences(child)).isEmpty();
      var answer = bench.get(Lifecycles.class).stepOf(child).answer();
      rows.put(child.number(), answer == null ? Replay.OPEN : answer.name());
    }
    assertThat(replay.differences(rows)).isEmpty();
  }

  private List<String> kinds(Case of) {
    return bench.cases().history(of).stream().map(Entry::kind).toList();
  }

  @Test
  void everyUnitGetsACaseOfItsOwnOnTheSameFacts() {
    with(
        OpinionGraphs.opinion("trees", "greening", "housing"),
        OpinionGraphs.opinion("street", Opinion.STREET));
    Case parent = ask();
    assertThat(children(parent))
        .extracting(Case::unit)
        .containsExactly("greening", "housing", "street-310110009");
    for (Case child : children(parent)) {
      assertThat(child.about().description()).isEqualTo(parent.about().description());
      assertThat(child.about().title().zh()).endsWith("：路灯不亮");
      assertThat(child.where()).isEqualTo(parent.where());
      assertThat(child.origin().reporterAccount()).isNull();
      assertThat(child.clocks().due()).isEqualTo(bench.clock.instant().plus(Duration.ofHours(2)));
      assertThat(bench.cases().offers(child, worker(child))).extracting(Offer::id).hasSize(3);
      assertThat(bench.cases().offers(child, OFFICER)).isEmpty();
      assertThat(bench.cases().find(child.number(), worker(child).viewer())).isPresent();
      assertThat(bench.cases().find(parent.number(), worker(child).viewer())).isEmpty();
      assertThat(bench.cases().getToRead(parent.number(), worker(child).viewer()))
          .isEqualTo(parent);
    }
    agrees(parent);
  }

  @Test
  void unitsAreAskedUnlessTheirConditionCertainlyDoesNotHold() {
    with(
        OpinionGraphs.when("fells_trees", OpinionGraphs.opinion("trees", "greening")),
        OpinionGraphs.when("height > 24", OpinionGraphs.opinion("fire", "fire")),
        OpinionGraphs.when("has_basement", OpinionGraphs.silent("defence", "civil-defence")));
    bench.answers.put("fells_trees", true);
    bench.answers.put("has_basement", false);
    Case parent = ask();
    assertThat(children(parent)).extracting(Case::unit).containsExactly("greening", "fire");
    bench.answers.put("fells_trees", false);
    bench.answers.put("height", new java.math.BigDecimal(12));
    Case nobody = ask();
    assertThat(children(nobody)).isEmpty();
    assertThat(nobody.position().step()).isEqualTo("decide");
    agrees(parent);
    agrees(nobody);
  }

  @Test
  void theLastAnswerMovesTheCaseOn() {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    Case parent = ask();
    Case first = children(parent).get(0);
    Case second = children(parent).get(1);
    act(first, "agree-if", worker(first));
    assertThat(bench.reread(parent).position().step()).isEqualTo("asked");
    act(second, "agree", worker(second));
    assertThat(bench.reread(parent).position().step()).isEqualTo("decide");
    assertThat(kinds(parent))
        .containsExactly(
            "case.opened",
            "case.moved",
            "case.asked",
            "case.asked",
            "case.answered",
            "case.answered",
            "case.moved");
    agrees(parent);
  }

  @Test
  void oneRefusalCountsWhenAllHaveAnswered() {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    Case parent = ask();
    Case first = children(parent).get(0);
    Case second = children(parent).get(1);
    act(first, "disagree", worker(first));
    assertThat(bench.reread(parent).position().step()).isEqualTo("asked");
    act(second, "agree", worker(second));
    assertThat(bench.reread(parent).position().step()).isEqualTo("refused");
    agrees(parent);
  }

  @Test
  void whatNobodyNeedsAnyMoreIsDropped() {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    Case parent = ask();
    Case answered = children(parent).get(0);
    act(answered, "agree", worker(answered));
    act(parent, "withdraw", REPORTER);
    assertThat(children(parent))
        .extracting(child -> child.position().step())
        .containsExactly("agreed", "dropped");
    assertThat(children(parent)).allMatch(child -> child.clocks().closed() != null);
    assertThat(bench.reread(parent).position().step()).isEqualTo("withdrawn");
    Case dropped = children(parent).get(1);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> act(dropped, "agree", worker(dropped)));
    agrees(parent);
  }

  @Test
  void takenBackAndAskedAgainCountsAnew() {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    Case parent = ask();
    Case refusing = children(parent).getFirst();
    act(refusing, "disagree", worker(refusing));
    act(parent, "back", OFFICER);
    act(parent, "ask", OFFICER);
    assertThat(children(parent)).hasSize(4);
    for (Case child : children(parent).subList(2, 4)) {
      act(child, "agree", worker(child));
    }
    assertThat(bench.reread(parent).position().step()).isEqualTo("decide");
    act(parent, "again", OFFICER);
    assertThat(children(parent)).hasSize(6);
    agrees(parent);
  }

  @Test
  void stayingInTheStepAsksNobodyAgain() {
    Case parent = ask();
    act(parent, "stay", OFFICER);
    assertThat(children(parent)).hasSize(1);
    Case child = children(parent).getFirst();
    act(child, "agree", worker(child));
    assertThat(bench.reread(parent).position().step()).isEqualTo("decide");
    agrees(parent);
  }

  @Test
  void unitsMayBeChosenWithTheAction() {
    with(OpinionGraphs.opinion("trees", Opinion.CHOSEN));
    assertThat(children(ask("greening", "housing", "greening")))
        .extracting(Case::unit)
        .containsExactly("greening", "housing");
    Case nobody = ask();
    assertThat(nobody.position().step()).isEqualTo("decide");
    assertThat(bench.reread(nobody)).isEqualTo(nobody);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ask("no-such-unit"))
        .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo("units-missing"));
  }

  @Test
  void silenceIsConsentWhereDeclared() {
    with(OpinionGraphs.silent("trees", "greening"), OpinionGraphs.opinion("houses", "housing"));
    Case parent = ask();
    Case answering = children(parent).get(1);
    act(answering, "agree", worker(answering));
    bench.clock.pass(Duration.ofMinutes(59));
    bench.get(CaseClock.class).tick();
    assertThat(bench.reread(parent).position().step()).isEqualTo("asked");
    bench.clock.pass(Duration.ofMinutes(2));
    bench.get(CaseClock.class).tick();
    assertThat(bench.reread(parent).position().step()).isEqualTo("decide");
    Entry silent =
        bench.cases().history(parent).stream()
            .filter(entry -> entry.fact("silence") != null)
            .findFirst()
            .orElseThrow();
    assertThat(silent.fact("unit")).isEqualTo("greening");
    assertThat(silent.fact("answer")).isEqualTo("AGREES");
    agrees(parent);
  }

  @Test
  void aLateOpinionRaisesTheCaseThatAskedOnceAndUsesUpNoRung() {
    with(OpinionGraphs.lateTo("leader", OpinionGraphs.opinion("trees", "greening", "housing")));
    Case parent = ask();
    bench.clock.pass(Duration.ofHours(3));
    bench.get(CaseClock.class).tick();
    Case raised = bench.reread(parent);
    assertThat(raised.position().raisedTo()).containsExactly("leader");
    assertThat(raised.position().escalation()).isZero();
    assertThat(children(parent)).allMatch(child -> child.position().escalation() == 1);
    assertThat(kinds(parent)).containsOnlyOnce("case.opinion-late");
    bench.clock.pass(Duration.ofDays(4));
    bench.get(CaseClock.class).tick();
    assertThat(bench.reread(parent).position().raisedTo()).containsExactly("leader", "checker");
    agrees(parent);
  }

  @Test
  void twoLastAnswersAtTheSameInstantMoveTheCaseOnOnce() throws Exception {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    for (int round = 0; round < 12; round++) {
      Case parent = ask();
      List<Callable<Case>> sent = new ArrayList<>();
      for (Case child : children(parent)) {
        sent.add(() -> act(child, "agree", worker(child)));
      }
      together(sent);
      assertThat(bench.reread(parent).position().step()).isEqualTo("decide");
      assertThat(bench.reread(parent).version()).isEqualTo(3);
      agrees(parent);
    }
  }

  @Test
  void anAnswerAndAWithdrawalAtTheSameInstantLeaveNothingHalf() throws Exception {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    for (int round = 0; round < 12; round++) {
      Case parent = ask();
      Case child = children(parent).get(round % 2);
      List<Callable<Case>> sent =
          List.of(
              () -> act(child, "agree", worker(child)), () -> act(parent, "withdraw", REPORTER));
      together(sent);
      assertThat(bench.reread(parent).position().step()).isEqualTo("withdrawn");
      assertThat(children(parent)).allMatch(one -> one.clocks().closed() != null);
      agrees(parent);
    }
  }

  /** A refusal because somebody was quicker is an answer too. */
  private static void together(List<Callable<Case>> sent) throws Exception {
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Case> one : hands.invokeAll(sent)) {
        try {
          one.get();
        } catch (java.util.concurrent.ExecutionException refused) {
          assertThat(refused).hasCauseInstanceOf(RefusedException.class);
        }
      }
    }
  }

  @Test
  void boardsCountAMatterOnceAndDesksEveryPieceOfWork() {
    with(OpinionGraphs.opinion("trees", "greening", "housing"));
    var everything = Folk.anywhere("leader", "leader");
    CaseFilter open = CaseFilter.all().pace(CaseFilter.Pace.OPEN);
    long before = bench.cases().count(open, everything);
    long whole = bench.cases().count(open.whole(), everything);
    ask();
    assertThat(bench.cases().count(open, everything)).isEqualTo(before + 3);
    assertThat(bench.cases().count(open.whole(), everything)).isEqualTo(whole + 1);
    DeskCounts desk = bench.cases().desk(everything);
    assertThat(desk.open()).isEqualTo(before + 3);
    assertThat(desk.whole().open()).isEqualTo(whole + 1);
    assertThat(CaseFilter.read(open.whole().parameters()::get)).isEqualTo(open.whole());
  }

  private List<String> opinionLines(Case of) {
    return bench.cases().publicHistory(bench.reread(of)).stream()
        .map(line -> line.publicStatus().zh())
        .filter(words -> words.startsWith("区"))
        .toList();
  }

  @Test
  void whoeverAppliedReadsOneLineForEachUnitAndNothingInternal() {
    with(OpinionGraphs.opinion("trees", "greening"));
    Case parent = ask();
    assertThat(opinionLines(parent)).containsExactly("区绿化市容局：status");
    Case child = children(parent).getFirst();
    act(child, "disagree", worker(child));
    assertThat(opinionLines(parent)).containsExactly("区绿化市容局：answered");
    assertThat(bench.cases().publicHistory(bench.reread(parent)).toString())
        .doesNotContain("worker-greening");
  }
}
