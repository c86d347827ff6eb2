package org.yiwang.calendar;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code calendar.yaml}: when the district's offices work.
 *
 * @param hours opening spans of a working day in order, e.g. {@code 09:00-12:00}
 * @param weekend days of the week on which nobody works unless a holiday file says so
 * @param holidays which files list holidays and make-up days, e.g. {@code calendar/*.json}, one a
 *     year; absent = none
 */
record CalendarDefinition(List<Hours> hours, List<DayOfWeek> weekend, @Nullable String holidays) {
  CalendarDefinition {
    hours = List.copyOf(hours);
    weekend = List.copyOf(weekend);
  }

  /** For a district that names no hours: Monday to Friday, 09:00 to 17:00. */
  static CalendarDefinition usual() {
    return new CalendarDefinition(
        List.of(Hours.parse("09:00-17:00")), List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null);
  }
}
