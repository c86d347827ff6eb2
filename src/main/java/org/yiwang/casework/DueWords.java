package org.yiwang.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.Remaining;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/**
 * Says when a case is due (时限用语): 剩 2 个工作日, 超 26 分钟. Wherever a case stands in a list, its deadline
 * is worded here.
 */
@Component
public class DueWords {
  /** Less than this counts as soon. */
  private static final Duration SOON = Duration.ofHours(2);

  private final Lifecycles lifecycles;
  private final WorkingCalendar calendar;

  DueWords(Lifecycles lifecycles, WorkingCalendar calendar) {
    this.lifecycles = lifecycles;
    this.calendar = calendar;
  }

  /** The deadline of the step where the case stands. */
  public DueTag tag(Page page, Case of, Instant now) {
    LifecycleDefinition.Step step = lifecycles.stepOf(of);
    Instant due = of.clocks().stepDue();
    if (step.closed() && !of.position().waiting()) {
      return new DueTag(page.t(step.shown().status()), Tone.DONE);
    }
    if (due == null) {
      return new DueTag(page.t("没有时限", "No clock"), Tone.PLAIN);
    }
    Remaining remaining = calendar.remaining(now, due, limitOf(of, step).unit());
    return new DueTag(page.t(remaining.words()), tone(remaining));
  }

  private static Tone tone(Remaining remaining) {
    if (remaining.late()) {
      return Tone.LATE;
    }
    return remaining.left().compareTo(SOON) < 0 ? Tone.SOON : Tone.RUN;
  }

  /** The limit that the present step's clock counts. */
  static TimeLimit limitOf(Case of, LifecycleDefinition.Step step) {
    return Optional.ofNullable(step.within())
        .map(LifecycleDefinition.Within::limit)
        .orElseGet(of::limit);
  }
}
