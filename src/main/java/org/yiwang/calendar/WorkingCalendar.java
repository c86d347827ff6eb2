package org.yiwang.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The district's working time (工作日历): when offices work, and by when something is due.
 *
 * <p>How it counts:
 *
 * <ul>
 *   <li>minutes and urgent hours (紧急工作时) run round the clock, holidays included;
 *   <li>working hours (工作时) run only while offices are open;
 *   <li>working days (工作日): the day of filing does not count; due at close of business of the last
 *       day (民法典 articles 201 and 203: the first day is not counted, and where there are business
 *       hours the period ends with them; 行政许可法 article 82: days are working days without statutory
 *       holidays);
 *   <li>calendar days (自然日): the same, every day counting; if the last one is a day of rest, the
 *       next working day takes its place (民法典 article 203).
 * </ul>
 */
public interface WorkingCalendar {
  /** By when something is due that began at the given instant; never before it. */
  Deadline due(Instant from, TimeLimit limit);

  /** How much of the time is left, or how late it is, in the words of the limit's unit. */
  Remaining remaining(Instant now, Instant due, TimeLimit.Unit unit);

  /** Whether offices work on that day, make-up days (补班) and holidays considered. */
  boolean isWorkingDay(LocalDate day);
}
