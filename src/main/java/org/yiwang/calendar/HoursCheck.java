package org.yiwang.calendar;

import java.time.LocalTime;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** Offices open at least once a week, and their hours run forward. */
final class HoursCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<CalendarDefinition> defined : pack.list(CalendarPackPart.CALENDAR)) {
      CalendarDefinition calendar = defined.value();
      LocalTime free = LocalTime.MIN;
      for (Hours span : calendar.hours()) {
        if (span.opens().isBefore(free) || !span.opens().isBefore(span.closes())) {
          problems.add(
              pack.at(calendar, "hours"),
              "CAL-01",
              "The hours " + span + " do not run forward from the span before them.",
              "List the spans of one day in order, each opening before it closes, without overlap.");
        }
        free = span.closes();
      }
      if (calendar.hours().isEmpty() || calendar.weekend().stream().distinct().count() == 7) {
        problems.add(
            pack.at(calendar),
            "CAL-02",
            "The offices never open.",
            "Give at least one span of hours and leave at least one working day in the week.");
      }
    }
  }
}
