package org.yiwang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.calendar.TimeLimit.Unit;

/** Counts day by day; a deadline is some ten days, so this takes microseconds. */
final class CountedCalendar implements WorkingCalendar {
  private final OfficeDays days;
  private final DeadlineWords words;
  private final RemainingWords remainingWords;

  CountedCalendar(OfficeDays days) {
    this.days = days;
    this.words = new DeadlineWords(days);
    this.remainingWords = new RemainingWords(days);
  }

  @Override
  public Deadline due(Instant from, TimeLimit limit) {
    Instant due =
        switch (limit.unit()) {
          case MINUTES -> from.plus(Duration.ofMinutes(limit.amount()));
          case URGENT_HOURS -> from.plus(Duration.ofHours(limit.amount()));
          case WORKING_HOURS -> afterWorkingHours(from, limit.amount());
          case WORKING_DAYS -> days.closing(workingDay(days.dayOf(from), limit.amount()));
          case CALENDAR_DAYS -> days.closing(workedFrom(days.dayOf(from).plusDays(limit.amount())));
        };
    return new Deadline(due, limit, words.explain(from, limit, due));
  }

  @Override
  public Remaining remaining(Instant now, Instant due, Unit unit) {
    return new Remaining(Duration.between(now, due), remainingWords.words(now, due, unit));
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return days.works(day);
  }

  private LocalDate workingDay(LocalDate filed, int amount) {
    LocalDate day = filed;
    for (int counted = 0; counted < amount; ) {
      day = day.plusDays(1);
      counted += days.works(day) ? 1 : 0;
    }
    return day;
  }

  private LocalDate workedFrom(LocalDate last) {
    LocalDate day = last;
    while (!days.works(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private Instant afterWorkingHours(Instant from, int amount) {
    Duration left = Duration.ofHours(amount);
    LocalDate day = days.dayOf(from);
    while (true) {
      if (days.works(day)) {
        for (Hours span : days.hours()) {
          Instant start = OfficeDays.later(from, days.at(day, span.opens()));
          Duration open = Duration.between(start, days.at(day, span.closes()));
          if (open.compareTo(left) >= 0) {
            return start.plus(left);
          }
          left = open.isPositive() ? left.minus(open) : left;
        }
      }
      day = day.plusDays(1);
    }
  }
}
