package org.yiwang.casework;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** LIFE-11 to LIFE-15: every step is reached, can be left, and waits for who can act in it. */
final class LifecycleReach implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<LifecycleDefinition> defined : pack.list(CaseworkPackPart.LIFECYCLES)) {
      LifecycleDefinition graph = defined.value();
      Set<String> reached = reached(graph, graph.start(), step -> true);
      graph
          .steps()
          .forEach(
              (id, step) -> {
                if (!reached.contains(id)) {
                  problems.add(
                      pack.at(graph.steps(), id),
                      "LIFE-11",
                      "No action leads to the step \"" + id + "\".",
                      "Let an action lead there, or remove it.");
                }
                leaving(pack, problems, id, step);
              });
    }
  }

  private static void leaving(PackReading pack, Problems problems, String id, Step step) {
    boolean leaves = step.actions().values().stream().anyMatch(action -> leaves(action, id));
    if (!step.ends() && !leaves) {
      problems.add(
          pack.at(step),
          "LIFE-12",
          "The step \"" + id + "\" can never be left.",
          "Add an action that leads on, or mark it with \"ends: true\".");
    }
    if (step.ends() && !step.actions().isEmpty()) {
      problems.add(
          pack.at(step),
          "LIFE-13",
          "The step \"" + id + "\" ends the case but has actions.",
          "Remove the actions, or remove \"ends: true\".");
    }
    if (!step.queue().isEmpty() && step.within() == null) {
      problems.add(
          pack.at(step),
          "LIFE-14",
          "Somebody has to act in the step \"" + id + "\" but it has no clock.",
          "Add \"within\", for instance \"within: 4 working-hours\".");
    }
    for (String role : step.queue()) {
      if (step.actions().values().stream().noneMatch(action -> action.by().contains(role))) {
        problems.add(
            pack.at(step, "queue"),
            "LIFE-15",
            "The step \"" + id + "\" waits for \"" + role + "\", who has no action there.",
            "Let them act, or take them out of the queue.");
      }
    }
  }

  private static boolean leaves(Action action, String id) {
    LifecycleDefinition.LowRating low = action.lowRating();
    return !action.to().equals(id) || (low != null && !low.to().equals(id));
  }

  /**
   * Open steps that a case may be in before what it asks for is granted, also after a refusal that
   * was objected to; in the order of the lifecycle.
   */
  static List<String> openBeforeGrant(LifecycleDefinition graph) {
    Set<String> reached = reached(graph, graph.start(), step -> !step.granted());
    return graph.steps().entrySet().stream()
        .filter(step -> reached.contains(step.getKey()))
        .filter(step -> open(step.getValue()) && !step.getValue().granted())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the program can close a case that is there by this action, with nothing given. */
  static boolean programEnds(LifecycleDefinition graph, String step, String action) {
    Action ends = graph.step(step).actions().get(action);
    return ends != null
        && ends.by().contains(MovePolicies.SYSTEM)
        && !ends.asked().required()
        && graph.steps().containsKey(ends.to())
        && !open(graph.step(ends.to()));
  }

  /** Whether an open step can be reached from there. */
  static boolean leadsToOpen(LifecycleDefinition graph, String from) {
    return reached(graph, from, step -> true).stream().anyMatch(id -> open(graph.step(id)));
  }

  private static boolean open(Step step) {
    return !step.closed() && !step.ends();
  }

  private static Set<String> reached(
      LifecycleDefinition graph, String from, Predicate<Step> goesOn) {
    Set<String> reached = new HashSet<>();
    var open = new ArrayDeque<String>();
    open.add(from);
    while (!open.isEmpty()) {
      String id = open.poll();
      Step step = graph.steps().get(id);
      if (step != null && reached.add(id) && goesOn.test(step)) {
        step.actions().values().stream().flatMap(LifecycleReach::targets).forEach(open::add);
      }
    }
    return reached;
  }

  private static Stream<String> targets(Action action) {
    return action.lowRating() == null
        ? Stream.of(action.to())
        : Stream.of(action.to(), action.lowRating().to());
  }
}
