package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** LIFE-31 to LIFE-36: a step that asks several units can ask them, and goes on afterwards. */
final class ParallelLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> units = new TreeSet<>(Units.idsIn(pack));
    units.add(Opinion.STREET);
    units.add(Opinion.CHOSEN);
    for (Defined<LifecycleDefinition> defined : pack.list(CaseworkPackPart.LIFECYCLES)) {
      Set<String> lifecycles =
          pack.list(CaseworkPackPart.LIFECYCLES).stream()
              .filter(other -> other.application().equals(defined.application()))
              .map(Defined::id)
              .collect(Collectors.toCollection(TreeSet::new));
      new Reading(pack, problems, defined.value(), units, lifecycles).check();
    }
  }

  private record Reading(
      PackReading pack,
      Problems problems,
      LifecycleDefinition graph,
      Set<String> units,
      Set<String> lifecycles) {
    void check() {
      graph
          .steps()
          .forEach(
              (id, step) -> {
                if (step.parallel() != null) {
                  step(id, step, step.parallel());
                }
              });
    }

    private void step(String id, Step step, Parallel parallel) {
      if (id.equals(graph.start())) {
        problems.add(
            pack.at(step, "parallel"),
            "LIFE-31",
            "The lifecycle starts with asking for opinions, before anybody has looked at the case.",
            "Let it start with another step.");
      }
      parallel.opinions().forEach(opinion -> opinion(id, opinion));
      does(step, parallel, "when-all", parallel.whenAll());
      does(step, parallel, "when-any-refuses", parallel.whenAnyRefuses());
      if (step.actions().values().stream().allMatch(a -> a.by().equals(List.of("system")))) {
        problems.add(
            pack.at(step),
            "LIFE-36",
            "Nobody can act in the step \"" + id + "\" while opinions are open.",
            "Give somebody an action, for instance to take the case back.");
      }
    }

    private void opinion(String step, Opinion opinion) {
      refer(opinion, "lifecycle", opinion.lifecycle(), lifecycles, "LIFE-32 lifecycle");
      opinion.units().forEach(unit -> refer(opinion, "units", unit, units, "LIFE-33 unit"));
      if (opinion.units().isEmpty()) {
        problems.add(
            pack.at(opinion),
            "LIFE-33",
            "The opinion \"" + opinion.id() + "\" is asked of no unit.",
            "Name units, \"street\" or \"chosen\".");
      }
      if (opinion.units().contains(Opinion.CHOSEN)) {
        graph.steps().values().stream()
            .flatMap(from -> from.actions().entrySet().stream())
            .filter(action -> action.getValue().to().equals(step))
            .filter(action -> action.getValue().asked().units() == null)
            .forEach(this::choosesNobody);
      }
    }

    private void choosesNobody(Map.Entry<String, Action> action) {
      problems.add(
          pack.at(action.getValue()),
          "LIFE-35",
          "The action \""
              + action.getKey()
              + "\" leads to a step that asks chosen units, but lets nobody choose them.",
          "Add \"units: required\" to what it asks.");
    }

    /** The system does it when all have answered, so it must be able to. */
    private void does(Step step, Parallel parallel, String key, @Nullable String id) {
      if (id == null) {
        return;
      }
      Action action = step.actions().get(id);
      if (action == null) {
        refer(parallel, key, id, new TreeSet<>(step.actions().keySet()), "LIFE-34 action");
      } else if (!action.by().equals(List.of("system")) || action.asked().required()) {
        problems.add(
            pack.at(parallel, key),
            "LIFE-34",
            "The action \"" + id + "\" is done by the system when all have answered.",
            "Give it \"by: [system]\" and nothing that must be given.");
      }
    }

    private void refer(Object in, String key, String name, Set<String> known, String what) {
      if (!known.contains(name)) {
        String[] codeAndWord = what.split(" ", 2);
        problems.add(
            pack.at(in, key),
            codeAndWord[0],
            "There is no %s \"%s\".".formatted(codeAndWord[1], name)
                + problems.nearest(name, known),
            known.size() > 20
                ? "Name one that the pack declares."
                : "Name one of: " + String.join(", ", known) + ".");
      }
    }
  }
}
