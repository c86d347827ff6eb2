package org.yiwang.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Choice;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Text;

/** Lifecycles as nobody would write them, but as the pack's checks let them pass. */
final class RandomGraphs {
  static final List<String> ROLES = List.of("checker", "officer", "worker");
  private static final List<String> LIMITS =
      List.of("case", "30 minutes", "2 urgent-hours", "4 working-hours", "3 calendar-days");

  private final Random random;
  private final List<String> steps = new ArrayList<>();

  private RandomGraphs(Random random) {
    this.random = random;
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      steps.add("s" + i);
    }
  }

  static LifecycleDefinition of(long seed, String id) {
    var one = new RandomGraphs(new Random(seed));
    Map<String, Step> graph = new LinkedHashMap<>();
    one.steps.forEach(step -> graph.put(step, one.step(step)));
    LifecycleDefinition plain = Graphs.graph(id, "s0", graph);
    String runsFrom = one.yes(0.5) ? one.any(one.steps) : null;
    return new LifecycleDefinition(
        id, 1, null, plain.name(), plain.stages(), "s0", false, runsFrom, plain.steps());
  }

  private Step step(String id) {
    Map<String, Action> actions = new LinkedHashMap<>();
    for (int i = yes(0.15) ? 0 : 2 + random.nextInt(4); i > 0; i--) {
      actions.put("a" + random.nextInt(6), action());
    }
    List<String> queue = yes(0.6) ? some(ROLES) : List.of();
    String within = !queue.isEmpty() || yes(0.3) ? any(LIMITS) : null;
    String timed = within != null && yes(0.3) ? "timed" : null;
    if (timed != null) {
      List<String> later = steps.subList(steps.indexOf(id) + 1, steps.size());
      boolean withCase = "case".equals(within); // LIFE-18: late with the case, only ever onwards
      within = withCase && later.isEmpty() ? "30 minutes" : within;
      List<String> others = steps.stream().filter(other -> !other.equals(id)).toList();
      String away = any(withCase && !later.isEmpty() ? later : others);
      actions.put(timed, Graphs.to(away, MovePolicies.SYSTEM));
    }
    boolean closed = yes(0.3);
    return Graphs.step(
        new Graphs.StepParts(queue, within, timed, timed == null ? raises() : List.of(), closed),
        actions);
  }

  private Action action() {
    List<String> by = new ArrayList<>(some(ROLES));
    if (by.isEmpty() || yes(0.2)) {
      by.add(MovePolicies.REPORTER);
    }
    boolean once = yes(0.2);
    return new Graphs.Way(
            any(steps),
            by,
            yes(0.2) ? some(steps) : List.of(),
            yes(0.6) ? asks() : null,
            once || yes(0.2),
            yes(0.2),
            once,
            yes(0.3) ? new LowRating(2, any(steps)) : null)
        .action();
  }

  private Asks asks() {
    List<Choice> reasons =
        yes(0.2)
            ? List.of(new Choice("r1", Text.same("r1")), new Choice("r2", Text.same("r2")))
            : List.of();
    return new Asks(need(), need(), need(), null, need(), need(), null, reasons);
  }

  private @Nullable Need need() {
    return switch (random.nextInt(5)) {
      case 0 -> Need.REQUIRED;
      case 1 -> Need.OPTIONAL;
      default -> null;
    };
  }

  private List<Escalation> raises() {
    List<Escalation> raises = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      raises.add(Graphs.raise(yes(0.5) ? null : "2 urgent-hours", any(ROLES)));
    }
    return raises;
  }

  private boolean yes(double chance) {
    return random.nextDouble() < chance;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> List<T> some(List<T> of) {
    return of.stream().filter(one -> random.nextBoolean()).toList();
  }
}
