package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.casework.LifecycleDefinition.Step;

/** Works out the times of a case that enters a step. */
@Component
class StepClock {
  private final WorkingCalendar calendar;

  StepClock(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** A case about to enter a step of its lifecycle. */
  record Entering(
      LifecycleDefinition graph, String step, TimeLimit limit, Standing before, Instant now) {
    boolean startsLimit() {
      String runsFrom = graph.limitRunsFrom() == null ? graph.start() : graph.limitRunsFrom();
      return step.equals(runsFrom) && (before.due() == null || before.closed() != null);
    }
  }

  /** A new case in the first step of its lifecycle. */
  Standing start(LifecycleDefinition graph, TimeLimit limit, Instant now) {
    Standing unmoved =
        new Standing(
            graph.version(),
            "",
            false,
            now,
            null,
            null,
            null,
            0,
            List.of(),
            null,
            null,
            null,
            null);
    return enter(new Entering(graph, graph.start(), limit, unmoved, now));
  }

  /** The standing after entering a step now; nobody has accepted it there yet. */
  Standing enter(Entering entering) {
    Step step = entering.graph().step(entering.step());
    Standing before = entering.before();
    Instant now = entering.now();
    Instant due = entering.startsLimit() ? calendar.due(now, entering.limit()).due() : before.due();
    Instant stepDue = stepDue(step, due, now);
    return new Standing(
        before.lifecycleVersion(),
        entering.step(),
        !step.queue().isEmpty(),
        now,
        stepDue,
        due,
        nextTimer(step, stepDue, 0),
        0,
        List.of(),
        before.unit(),
        null,
        before.rating(),
        closed(step, before, now));
  }

  private @Nullable Instant stepDue(Step step, @Nullable Instant caseDue, Instant now) {
    if (step.within() == null) {
      return null;
    }
    TimeLimit own = step.within().limit();
    return own == null ? caseDue : calendar.due(now, own).due();
  }

  private static @Nullable Instant closed(Step step, Standing before, Instant now) {
    if (!step.closed()) {
      return null;
    }
    return before.closed() == null ? now : before.closed();
  }

  /** When the clock next has something to do, after so many escalations. */
  @Nullable Instant nextTimer(Step step, @Nullable Instant stepDue, int escalations) {
    if (stepDue == null) {
      return null;
    }
    if (step.whenDue() != null) {
      return stepDue;
    }
    if (escalations >= step.escalations().size()) {
      return null;
    }
    TimeLimit past = step.escalations().get(escalations).pastDue();
    return past == null ? stepDue : calendar.due(stepDue, past).due();
  }
}
