package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;

/** "Take next" hands everybody what is theirs to do, along the whole six-step loop. */
class NextCaseTests extends DatabaseTest {
  private static final String HERE = "310110009";
  private static final Viewer WANG = Folk.resident("wang");
  private static final Viewer VERIFIER = Folk.in("zhao", "street-verifier", Folk.area(HERE));
  private static final Viewer ELSEWHERE = Folk.in("sun", "street-verifier", Folk.area("310110019"));
  private static final Viewer GRID_WORKER =
      Folk.in("grid", "grid-worker", new Reach(false, Set.of(), Set.of("310110009-01"), Set.of()));
  private static final Viewer DUTY = Folk.anywhere("duty", "duty-officer");
  private static final Viewer LEADER = Folk.anywhere("leader", "leader");
  private static final Viewer MA = Folk.in("ma", "department-handler", Folk.unit("greening"));
  private static final Viewer HU = Folk.in("hu", "department-handler", Folk.unit("greening"));
  private static final List<Viewer> ALL =
      List.of(WANG, VERIFIER, ELSEWHERE, GRID_WORKER, DUTY, LEADER, MA, HU);

  private Bench bench;

  @BeforeAll
  void wire() {
    bench = Bench.of(database(), Bench.Shipped.YANGPU);
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @BeforeEach
  void emptyDesk() {
    jdbc().sql("delete from casework_case").update();
  }

  private Case open() {
    Case.Where where = Bench.draft("").where();
    return bench.open(new Bench.Draft("city-operations", "six-step", where, "wang"));
  }

  private Case act(Case of, String action, Viewer who, Given given) {
    return bench.cases().act(new Move(of.number(), of.version(), action, given), Mover.of(who));
  }

  private Case act(Case of, String action, Viewer who) {
    return act(of, action, who, Given.NOTHING);
  }

  private static Given note() {
    return Given.note("写明了");
  }

  private Given proof() {
    UUID photo =
        bench.get(CasePhotos.class).keep(new ByteArrayInputStream(Pictures.jpeg(8, 6)), null, null);
    return Given.NOTHING.withNote("换好了").withPhotos(List.of(photo));
  }

  private Case handled() {
    Case filed = act(act(open(), "confirm", VERIFIER), "file", DUTY);
    Given unit = Given.NOTHING.withUnit("greening");
    return act(filed, "dispatch", DUTY, unit);
  }

  /** It is the next of these, and of nobody else. */
  private void nextOf(Case of, Viewer... these) {
    for (Viewer one : ALL) {
      List<String> next = bench.cases().findNext(one).stream().map(Case::number).toList();
      assertThat(next)
          .as("next for %s in %s", one.account(), of.position().step())
          .isEqualTo(List.of(these).contains(one) ? List.of(of.number()) : List.of());
    }
  }

  @Test
  void everyStepIsHandedToThoseWhoseTurnItIs() {
    Case now = open();
    nextOf(now, VERIFIER, GRID_WORKER);
    now = act(now, "confirm", VERIFIER);
    nextOf(now, DUTY);
    now = act(now, "file", DUTY);
    nextOf(now, DUTY);
    now = act(now, "dispatch", DUTY, Given.NOTHING.withUnit("greening"));
    nextOf(now, MA, HU);
    now = act(now, "accept", MA);
    nextOf(now, MA);
    now = act(now, "done", MA, proof());
    nextOf(now, VERIFIER, GRID_WORKER);
    now = act(now, "pass", GRID_WORKER);
    nextOf(now);
    now = act(now, "rate", WANG, Given.NOTHING.withNote("没修好").withRating(1));
    nextOf(now, DUTY);
  }

  @Test
  void workThatFailedIsFreeForColleagues() {
    Case now = act(act(handled(), "accept", MA), "done", MA, proof());
    now = act(now, "fail", VERIFIER, note());
    assertThat(now.holder()).isNull();
    nextOf(now, MA, HU);
    assertThat(act(now, "accept", HU).holder()).isEqualTo("hu");
  }

  @Test
  void aColleagueMayFinishWhatSomebodyAccepted() {
    Case now = act(handled(), "accept", MA);
    assertThat(bench.cases().list(CaseFilter.all().mine(true), Sorting.dueFirst(), HU).total())
        .isEqualTo(1);
    assertThat(act(now, "done", HU, proof()).position().step()).isEqualTo("recheck");
  }
}
