package org.yiwang.casework;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LIFE-18: the clock comes to rest (时钟不空转). Steps whose time is that of the whole case are over
 * together with it: if the clock leads from one to the next and back, a late case would go round
 * for ever.
 */
final class LifecycleSpin implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<LifecycleDefinition> defined : pack.list(CaseworkPackPart.LIFECYCLES)) {
      LifecycleDefinition graph = defined.value();
      graph
          .steps()
          .forEach(
              (id, step) -> {
                if (spins(graph, id)) {
                  problems.add(
                      pack.at(step, "when-due"),
                      "LIFE-18",
                      "Once the case is late, the clock leads from \"" + id + "\" round for ever.",
                      "Give one of the steps on the way a limit of its own, or let the clock lead"
                          + " elsewhere.");
                }
              });
    }
  }

  private static boolean spins(LifecycleDefinition graph, String from) {
    Set<String> seen = new HashSet<>();
    String now = next(graph, from);
    while (now != null && seen.add(now)) {
      if (now.equals(from)) {
        return true;
      }
      now = next(graph, now);
    }
    return false;
  }

  /** Where the clock leads at once from a step that is over with the case. */
  private static @Nullable String next(LifecycleDefinition graph, String id) {
    Step step = graph.steps().get(id);
    if (step == null || step.within() == null || step.within().limit() != null) {
      return null;
    }
    Action due = step.whenDue() == null ? null : step.actions().get(step.whenDue());
    return due == null ? null : due.to();
  }
}
