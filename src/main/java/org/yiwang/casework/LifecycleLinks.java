package org.yiwang.casework;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Stage;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** LIFE-01 to LIFE-07: every name in a lifecycle leads somewhere. */
final class LifecycleLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<LifecycleDefinition> defined : pack.list(CaseworkPackPart.LIFECYCLES)) {
      new Reading(pack, problems, defined.value()).check();
    }
  }

  /** What may be named somewhere, and how to complain when it is not. */
  private record Names(Set<String> ids, String code, String what) {}

  private record Reading(PackReading pack, Problems problems, LifecycleDefinition graph) {
    private Names steps() {
      return new Names(graph.steps().keySet(), "LIFE-01", "step");
    }

    void check() {
      refer(graph, "start", graph.start(), steps());
      if (graph.limitRunsFrom() != null) {
        refer(graph, "limit-runs-from", graph.limitRunsFrom(), steps());
      }
      graph.steps().values().forEach(this::step);
    }

    private void step(Step step) {
      Set<String> stages = graph.stages().stream().map(Stage::id).collect(Collectors.toSet());
      refer(step, "stage", step.stage(), new Names(stages, "LIFE-02", "stage"));
      if (step.whenDue() != null) {
        refer(
            step,
            "when-due",
            step.whenDue(),
            new Names(step.actions().keySet(), "LIFE-03", "action"));
      }
      step.actions().values().forEach(this::action);
      systemActs(step);
    }

    private void action(Action action) {
      refer(action, "to", action.to(), steps());
      if (action.lowRating() != null) {
        refer(action.lowRating(), "to", action.lowRating().to(), steps());
      }
      for (String other : action.notByActorsOf()) {
        refer(action, "not-by-actors-of", other, steps());
      }
      if (action.by().isEmpty()) {
        problems.add(
            pack.at(action),
            "LIFE-04",
            "The action \"" + action.name().en() + "\" may be done by nobody.",
            "Name at least one role under \"by\".");
      }
      addressed(action);
    }

    /** An address is asked on the application's page, which only whoever applied has. */
    private void addressed(Action action) {
      if (action.asked().address() != null && !action.by().equals(List.of("reporter"))) {
        problems.add(
            pack.at(action, "asks"),
            "LIFE-16",
            "The action \""
                + action.name().en()
                + "\" asks for an address, but not of who applied.",
            "Give it \"by: [reporter]\", or ask for a note.");
      }
    }

    private void systemActs(Step step) {
      Action timed = step.whenDue() == null ? null : step.actions().get(step.whenDue());
      if (timed == null) {
        return;
      }
      if (!timed.by().equals(List.of("system"))) {
        problems.add(
            pack.at(step, "when-due"),
            "LIFE-05",
            "The action \"" + step.whenDue() + "\" is done by the clock but allows people too.",
            "Give it \"by: [system]\" or name another action.");
      }
      if (graph.steps().get(timed.to()) == step) {
        problems.add(
            pack.at(timed, "to"),
            "LIFE-06",
            "The clock would do \"" + step.whenDue() + "\" again and again: it leads nowhere.",
            "Let it lead to another step.");
      }
      if (timed.asked().required()) {
        problems.add(
            pack.at(timed, "asks"),
            "LIFE-07",
            "The action \"" + step.whenDue() + "\" is done by the clock, which can give nothing.",
            "Remove what it asks for, or make it optional.");
      }
    }

    private void refer(Object in, String key, String name, Names known) {
      if (!known.ids().contains(name)) {
        problems.add(
            pack.at(in, key),
            known.code(),
            "There is no "
                + known.what()
                + " \""
                + name
                + "\"."
                + problems.nearest(name, known.ids()),
            "Name one of: " + String.join(", ", new TreeSet<>(known.ids())) + ".");
      }
    }
  }
}
