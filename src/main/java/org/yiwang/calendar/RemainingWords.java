package org.yiwang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.calendar.TimeLimit.Unit;
import org.yiwang.pack.Text;

/** What is left, in the words of the limit (剩余时间的说法). */
final class RemainingWords {
  private final OfficeDays days;

  RemainingWords(OfficeDays days) {
    this.days = days;
  }

  Text words(Instant now, Instant due, Unit unit) {
    boolean late = now.isAfter(due);
    Text span = late ? span(due, now, unit) : left(now, due, unit);
    return late
        ? Text.of("超 " + span.zh(), span.en() + " late")
        : Text.of("剩 " + span.zh(), span.en() + " left");
  }

  private Text left(Instant now, Instant due, Unit unit) {
    if (unit != Unit.WORKING_HOURS) {
      return span(now, due, unit);
    }
    Duration worked = Duration.ZERO;
    LocalDate last = days.dayOf(due);
    for (LocalDate day = days.dayOf(now); !day.isAfter(last); day = day.plusDays(1)) {
      worked = worked.plus(days.worked(day, now, due));
    }
    Text span = DayWords.span(worked);
    return worked.toHours() >= 48
        ? new TimeLimit((int) Math.min(10_000, worked.toHours()), unit).words()
        : Text.of(span.zh() + "（工作时间）", span.en() + " of office time");
  }

  /** Whole days where the limit is in days and at least one lies between; the clock otherwise. */
  private Text span(Instant from, Instant to, Unit unit) {
    LocalDate first = days.dayOf(from);
    LocalDate last = days.dayOf(to);
    long amount =
        switch (unit) {
          case WORKING_DAYS, WORKING_HOURS -> workedAfter(first, last);
          case CALENDAR_DAYS -> last.toEpochDay() - first.toEpochDay();
          case MINUTES, URGENT_HOURS -> 0;
        };
    if (amount == 0) {
      return DayWords.span(Duration.between(from, to));
    }
    return unit == Unit.CALENDAR_DAYS
        ? Text.of(amount + " 天", DayWords.plural(amount, "day"))
        : Text.of(amount + " 个工作日", DayWords.plural(amount, "working day"));
  }

  private long workedAfter(LocalDate first, LocalDate last) {
    long amount = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      amount += days.works(day) ? 1 : 0;
    }
    return amount;
  }
}
