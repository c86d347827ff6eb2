package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a case that moves: where it stands, until when, with whom. */
record Standing(
    int lifecycleVersion,
    String step,
    boolean waiting,
    Instant stepSince,
    @Nullable Instant stepDue,
    @Nullable Instant due,
    @Nullable Instant nextTimer,
    int escalation,
    List<String> raisedTo,
    @Nullable String unit,
    @Nullable String holder,
    @Nullable Integer rating,
    @Nullable Instant closed) {

  static Standing of(Case now, @Nullable Instant nextTimer) {
    Case.Clocks clocks = now.clocks();
    Case.Position position = now.position();
    return new Standing(
        position.lifecycleVersion(),
        position.step(),
        position.waiting(),
        clocks.stepSince(),
        clocks.stepDue(),
        clocks.due(),
        nextTimer,
        position.escalation(),
        position.raisedTo(),
        now.unit(),
        now.holder(),
        now.rating(),
        clocks.closed());
  }

  /** The same standing, with what an action changes about the people and units. */
  Standing with(People people) {
    return new Standing(
        lifecycleVersion,
        step,
        waiting,
        stepSince,
        stepDue,
        due,
        nextTimer,
        escalation,
        raisedTo,
        people.unit(),
        people.holder(),
        people.rating(),
        closed);
  }

  /** The same standing with another end of the case's own limit. */
  Standing due(Instant other) {
    return new Standing(
        lifecycleVersion,
        step,
        waiting,
        stepSince,
        stepDue,
        other,
        nextTimer,
        escalation,
        raisedTo,
        unit,
        holder,
        rating,
        closed);
  }

  /** The same standing with another next time for the clock. */
  Standing waitingUntil(@Nullable Instant timer) {
    return new Standing(
        lifecycleVersion,
        step,
        waiting,
        stepSince,
        stepDue,
        due,
        timer,
        escalation,
        raisedTo,
        unit,
        holder,
        rating,
        closed);
  }

  /** The same standing one escalation further. */
  Standing raised(List<String> to, @Nullable Instant next) {
    return new Standing(
        lifecycleVersion,
        step,
        true,
        stepSince,
        stepDue,
        due,
        next,
        escalation + 1,
        to,
        unit,
        holder,
        rating,
        closed);
  }

  /** The same standing with other roles told, without a rung of the ladder used up. */
  Standing told(List<String> to) {
    return new Standing(
        lifecycleVersion,
        step,
        true,
        stepSince,
        stepDue,
        due,
        nextTimer,
        escalation,
        to,
        unit,
        holder,
        rating,
        closed);
  }

  /** Who has the case, and what the reporter thought of it. */
  record People(@Nullable String unit, @Nullable String holder, @Nullable Integer rating) {}
}
