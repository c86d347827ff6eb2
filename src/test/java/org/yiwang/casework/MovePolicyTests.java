package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.Graphs.Way;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** Who may do what with a case. */
class MovePolicyTests extends DatabaseTest {
  private static final String HERE = "310110009";
  private static final String ELSEWHERE = "310110019";
  private static final Viewer DUTY = Folk.anywhere("duty", "officer");
  private static final Viewer CHECKER = Folk.in("zhao", "checker", Folk.area(HERE));

  private Bench bench;

  @BeforeAll
  void wire() {
    bench =
        Bench.with(
            database(),
            Graphs.graph(
                "way",
                "told",
                Map.of(
                    "told",
                    Graphs.waiting(
                        "checker",
                        "4 working-hours",
                        Map.of(
                            "so", Graphs.to("work", "checker"),
                            "take-back", Graphs.to("gone", "reporter"))),
                    "work",
                    Graphs.waiting(
                        "worker",
                        "2 working-days",
                        Map.of(
                            "take", new Way("work", List.of("worker", "checker")).taking().action(),
                            "done", Graphs.to("look", "worker", "checker"))),
                    "look",
                    Graphs.waiting(
                        "checker",
                        "4 working-hours",
                        Map.of(
                            "good", new Way("gone", List.of("checker")).notAfter("work").action())),
                    "gone",
                    Graphs.end())));
  }

  @AfterAll
  void close() {
    bench.close();
  }

  private Case open() {
    Bench.Draft draft = Bench.draft("way");
    return bench.open(new Bench.Draft(draft.application(), "way", draft.where(), "wang"));
  }

  private Case act(Case of, String action, Viewer who) {
    return bench.cases().act(move(of, action), Mover.of(who));
  }

  private static Move move(Case of, String action) {
    return new Move(of.number(), of.version(), action, Given.NOTHING);
  }

  private void refused(Case of, String action, Viewer who, String code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> act(of, action, who))
        .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
    assertThat(offered(of, who)).doesNotContain(action);
  }

  private List<String> offered(Case of, Viewer who) {
    return bench.cases().offers(bench.reread(of), Mover.of(who)).stream().map(Offer::id).toList();
  }

  @Test
  void theRoleDecidesWithinItsReach() {
    Case opened = open();
    assertThat(offered(opened, CHECKER)).containsExactly("so");
    refused(opened, "so", Folk.in("sun", "checker", Folk.area(ELSEWHERE)), "case-not-yours");
    refused(opened, "so", Folk.in("sun", "worker", Folk.area(HERE)), "case-not-yours");
    refused(opened, "so", Viewer.anonymous(), "case-not-yours");
    assertThat(act(opened, "so", CHECKER).position().step()).isEqualTo("work");
  }

  @Test
  void oneRoleDoesNotBorrowTheReachOfAnother() {
    Viewer both =
        Folk.inEach(
            "sun",
            Reach.district(),
            Map.of("leader", Reach.district(), "checker", Folk.area(ELSEWHERE)));
    refused(open(), "so", both, "case-not-yours");
  }

  @Test
  void onlyWhoReportedTakesBack() {
    Case opened = open();
    refused(opened, "take-back", DUTY, "case-not-yours");
    refused(opened, "take-back", Folk.resident("li"), "case-not-yours");
    assertThat(offered(opened, Folk.resident("wang"))).containsExactly("take-back");
    act(opened, "take-back", Folk.resident("wang"));
    Case proven = open();
    bench.cases().act(move(proven, "take-back"), Mover.reporter(Viewer.anonymous()));
    assertThat(bench.cases().history(proven).getLast().actor().kind().name()).isEqualTo("RESIDENT");
  }

  /** Whoever reported has no desk, and perhaps no account. */
  @Test
  void whoIsRefusedIsLedToWhereTheyWork() {
    assertThat(next(Mover.of(DUTY), "take-back")).contains("回到办件台");
    assertThat(next(Mover.atCounter(DUTY, null), "so")).contains("回到办件台");
    assertThat(next(Mover.reporter(Viewer.anonymous()), "so")).doesNotContain("办件台", "desk");
    assertThat(next(Mover.of(Folk.resident("wang")), "so")).contains("刷新页面").doesNotContain("desk");
  }

  private String next(Mover mover, String action) {
    try {
      bench.cases().act(move(open(), action), mover);
      throw new AssertionError(action + " was not refused");
    } catch (RefusedException refused) {
      Text next = refused.refusals().getFirst().next();
      return next.zh() + " " + next.en();
    }
  }

  @Test
  void whoDidTheWorkDoesNotVerifyIt() {
    Case working = act(open(), "so", CHECKER);
    Case looked = act(working, "done", CHECKER);
    refused(looked, "good", CHECKER, "case-own-work");
    Viewer other = Folk.in("qian", "checker", Folk.area(HERE));
    assertThat(offered(looked, other)).containsExactly("good");
    assertThat(act(looked, "good", other).clocks().closed()).isNotNull();
  }

  @Test
  void whoOnlyCheckedMayVerify() {
    Case working = act(open(), "so", CHECKER);
    Case looked = act(working, "done", Folk.anywhere("ma", "worker"));
    assertThat(offered(looked, CHECKER)).containsExactly("good");
  }

  @Test
  void takingIsOfferedOnce() {
    Case working = act(open(), "so", CHECKER);
    Viewer ma = Folk.anywhere("ma", "worker");
    Viewer hu = Folk.anywhere("hu", "worker");
    Case taken = act(working, "take", ma);
    assertThat(taken.holder()).isEqualTo("ma");
    assertThat(taken.position().step()).isEqualTo("work");
    assertThat(taken.clocks()).isEqualTo(working.clocks());
    refused(taken, "take", hu, "case-taken");
    refused(taken, "take", ma, "case-taken");
    assertThat(offered(taken, hu)).containsExactly("done");
  }

  @Test
  void anOldPageActsOnNothing() {
    Case opened = open();
    Case working = act(opened, "so", CHECKER);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> act(opened, "so", CHECKER))
        .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo("case-outdated"));
    assertThat(bench.reread(opened)).isEqualTo(working);
    assertThat(bench.cases().history(opened)).hasSize(2);
  }

  @Test
  void nobodyIsTheClock() {
    Viewer named = Folk.anywhere("system", "system");
    assertThat(offered(open(), named)).isEmpty();
    assertThat(offered(open(), Folk.anywhere("x", "reporter"))).isEmpty();
  }
}
