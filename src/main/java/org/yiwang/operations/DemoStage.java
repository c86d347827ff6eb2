package org.yiwang.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseClock;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;

/**
 * Where the demo's past is played: everything that is to happen, in the order of time, each thing
 * with the district's clock at its moment. So the journal comes out as if it had been lived.
 */
final class DemoStage {
  private final Tools tools;
  private final PriorityQueue<Happening> ahead =
      new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::order));
  private final Map<String, List<String>> opened = new HashMap<>();
  private Instant present = Instant.MIN;
  private long planned;

  /** What walks work with. */
  record Tools(
      Cases cases,
      CaseClock clock,
      DistrictTime time,
      DemoRoutes routes,
      DemoCasting.Cast cast,
      DemoWords words,
      DemoPace pace,
      DemoAlbum album,
      DemoChance chance) {}

  private record Happening(Instant at, long order, Runnable work) {}

  DemoStage(Tools tools) {
    this.tools = tools;
  }

  Tools tools() {
    return tools;
  }

  /** Plans something; what should have been done already is done now. */
  void plan(Instant at, Runnable work) {
    ahead.add(new Happening(at.isBefore(present) ? present : at, planned++, work));
  }

  /** Plays everything up to an instant; what lies after it never happens. */
  void playUntil(Instant end) {
    while (!ahead.isEmpty() && !ahead.peek().at().isAfter(end)) {
      Happening next = ahead.remove();
      present = next.at();
      tools
          .time()
          .at(
              next.at(),
              () -> {
                next.work().run();
                return next;
              });
    }
  }

  /** Lets the clock do what is due: escalate, archive. */
  void tick() {
    tools.clock().tick();
  }

  void opened(Case of) {
    opened.computeIfAbsent(of.about().category(), c -> new ArrayList<>()).add(of.number());
  }

  int countOpened() {
    return opened.values().stream().mapToInt(List::size).sum();
  }

  /** An open case of the same category that this one could repeat, seen by whoever says so. */
  Optional<String> another(Case of, Viewer viewer) {
    List<String> same = opened.getOrDefault(of.about().category(), List.of());
    return same.reversed().stream()
        .filter(number -> !number.equals(of.number()))
        .limit(20)
        .filter(number -> stillOpen(number, viewer))
        .findFirst();
  }

  private boolean stillOpen(String number, Viewer viewer) {
    return tools.cases().find(number, viewer).filter(c -> c.clocks().closed() == null).isPresent();
  }
}
