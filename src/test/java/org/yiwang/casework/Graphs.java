package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.LifecycleDefinition.PublicWords;
import org.yiwang.casework.LifecycleDefinition.Stage;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.LifecycleDefinition.Within;
import org.yiwang.pack.Text;

/** Small lifecycles for tests. */
final class Graphs {
  private Graphs() {}

  static LifecycleDefinition graph(String id, String start, Map<String, Step> steps) {
    return new LifecycleDefinition(
        id,
        1,
        null,
        Text.same(id),
        List.of(new Stage("only", Text.same("only"))),
        start,
        false,
        null,
        new LinkedHashMap<>(steps));
  }

  /** A step that waits for a role. */
  static Step waiting(String role, String within, Map<String, Action> actions) {
    return timed(role, within, null, List.of(), actions);
  }

  static Step timed(
      String role,
      String within,
      @Nullable String whenDue,
      List<Escalation> escalations,
      Map<String, Action> actions) {
    return step(new StepParts(List.of(role), within, whenDue, escalations, false), actions);
  }

  record StepParts(
      List<String> queue,
      @Nullable String within,
      @Nullable String whenDue,
      List<Escalation> escalations,
      boolean closed) {}

  static Step step(StepParts parts, Map<String, Action> actions) {
    return new Step(
        Text.same("step"),
        "only",
        new PublicWords(Text.same("status"), Text.same("says")),
        parts.queue(),
        parts.within() == null ? null : Within.parse(parts.within()),
        parts.whenDue(),
        parts.escalations(),
        parts.closed(),
        false,
        actions.isEmpty(),
        null,
        null,
        new LinkedHashMap<>(actions));
  }

  static Step end() {
    return step(new StepParts(List.of(), null, null, List.of(), true), Map.of());
  }

  static Escalation raise(@Nullable String pastDue, String to) {
    return new Escalation(
        pastDue == null ? null : TimeLimit.parse(pastDue), to, Text.same("late, to " + to));
  }

  static Action to(String step, String... by) {
    return new Way(step, List.of(by)).action();
  }

  /** An action, with what is special about it. */
  record Way(
      String to,
      List<String> by,
      List<String> notByActorsOf,
      @Nullable Asks asks,
      boolean hold,
      boolean release,
      boolean once,
      @Nullable LowRating lowRating) {
    Way(String to, List<String> by) {
      this(to, by, List.of(), null, false, false, false, null);
    }

    Way notAfter(String... steps) {
      return new Way(to, by, List.of(steps), asks, hold, release, once, lowRating);
    }

    Way taking() {
      return new Way(to, by, notByActorsOf, asks, true, release, true, lowRating);
    }

    Way asking(Asks what) {
      return new Way(to, by, notByActorsOf, what, hold, release, once, lowRating);
    }

    Action action() {
      return new Action(
          Text.same("act"),
          null,
          to,
          by,
          notByActorsOf,
          asks,
          false,
          hold,
          release,
          once,
          lowRating,
          null);
    }
  }
}
