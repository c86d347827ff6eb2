package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.ReplayLawTests.Try;
import org.yiwang.page.RefusedException;

/**
 * A case that asks several units, and their opinions: anything is tried at any of them, and after
 * each attempt all journals tell the same as the rows.
 */
final class WatchedOpinions {
  private static final String REPORTER = "wang";
  private static final List<String> ACTIONS =
      List.of("ask", "agree", "agree-if", "disagree", "back", "again", "stay", "withdraw");
  private static final List<Mover> PEOPLE =
      List.of(
          Mover.of(Folk.anywhere("officer-1", "officer")),
          Mover.of(Folk.in("worker-greening", "worker", Folk.unit("greening"))),
          Mover.of(Folk.in("worker-housing", "worker", Folk.unit("housing"))),
          Mover.of(Folk.anywhere("worker-all", "worker")),
          Mover.of(Folk.resident(REPORTER)));

  private final Bench bench;
  private final Case parent;
  private int accepted;

  WatchedOpinions(Bench bench, String lifecycle) {
    this.bench = bench;
    Bench.Draft draft = Bench.draft(lifecycle);
    this.parent =
        bench.open(new Bench.Draft(draft.application(), lifecycle, draft.where(), REPORTER));
    accepted += act(parent, "ask", PEOPLE.getFirst()) ? 1 : 0;
    check();
  }

  int accepted() {
    return accepted;
  }

  void attempt(Try tried) {
    bench.clock.pass(tried.pause());
    bench.get(CaseClock.class).tick();
    check();
    List<Case> all = new ArrayList<>(bench.cases().listChildren(parent.number()));
    all.add(bench.reread(parent));
    Case on = all.get(Math.floorMod(tried.given(), all.size()));
    String action = ACTIONS.get(tried.action() % ACTIONS.size());
    if (act(on, action, PEOPLE.get(tried.who() % PEOPLE.size()))) {
      accepted++;
    }
    check();
  }

  private boolean act(Case on, String action, Mover who) {
    try {
      bench.cases().act(new Move(on.number(), on.version(), action, Move.Given.NOTHING), who);
      return true;
    } catch (RefusedException refused) {
      return false;
    }
  }

  private void check() {
    Case now = bench.reread(parent);
    Replay replay = Replay.of(bench.cases().history(now));
    assertThat(replay.differences(now)).isEmpty();
    Map<String, String> rows = new TreeMap<>();
    List<Case> open = new ArrayList<>();
    for (Case child : bench.cases().listChildren(parent.number())) {
      assertThat(Replay.of(bench.cases().history(child)).differences(child)).isEmpty();
      var answer = bench.get(Lifecycles.class).stepOf(child).answer();
      rows.put(child.number(), answer == null ? Replay.OPEN : answer.name());
      if (answer == null) {
        open.add(child);
      }
    }
    assertThat(replay.differences(rows)).isEmpty();
    Parallel asking = bench.get(Lifecycles.class).stepOf(now).parallel();
    assertThat(open.isEmpty())
        .as("opinions are open as long as the case waits")
        .isEqualTo(asking == null);
    assertThat(open).allMatch(child -> child.clocks().closed() == null);
  }
}
