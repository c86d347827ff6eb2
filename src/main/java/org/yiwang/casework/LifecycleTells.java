package org.yiwang.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Text;

/**
 * LIFE-17: whoever reported is told at each public step (告知反映人): where somebody else, or the clock,
 * changes the public status, the lifecycle has words for it. What units answer each other is told
 * to nobody, so lifecycles of opinions are free.
 */
final class LifecycleTells implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    List<Defined<LifecycleDefinition>> all = pack.list(CaseworkPackPart.LIFECYCLES);
    Set<String> opinions = new HashSet<>();
    for (Defined<LifecycleDefinition> one : all) {
      one.value().steps().values().stream()
          .flatMap(LifecycleTells::asked)
          .forEach(id -> opinions.add(one.application() + "/" + id));
    }
    for (Defined<LifecycleDefinition> one : all) {
      if (!opinions.contains(one.application() + "/" + one.id())) {
        new Reading(pack, problems, one.value()).check();
      }
    }
  }

  private static Stream<String> asked(Step step) {
    return step.parallel() == null
        ? Stream.empty()
        : step.parallel().opinions().stream().map(LifecycleDefinition.Opinion::lifecycle);
  }

  private record Reading(PackReading pack, Problems problems, LifecycleDefinition graph) {
    void check() {
      for (Step from : graph.steps().values()) {
        from.actions().forEach((id, action) -> edge(from, id, action));
      }
    }

    private void edge(Step from, String id, Action action) {
      Step to = graph.steps().get(action.to());
      if (to == null || action.tell() != null || byReporter(action)) {
        return;
      }
      Text before = from.shown().status();
      Text after = to.shown().status();
      if (!before.equals(after)) {
        problems.add(
            pack.at(action),
            "LIFE-17",
            "The action \"%s\" changes the public status from \"%s\" to \"%s\", but tells nobody."
                .formatted(id, before.en(), after.en()),
            "Add \"tell\" with what whoever reported is to read.");
      }
    }

    /** Whoever did it need not be told of it. */
    private static boolean byReporter(Action action) {
      return action.by().stream().allMatch(MovePolicies.REPORTER::equals);
    }
  }
}
