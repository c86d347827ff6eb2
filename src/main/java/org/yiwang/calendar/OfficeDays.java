package org.yiwang.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On which days and in which hours offices work (工作日与工作时间), in the district's zone. */
final class OfficeDays {
  private final List<Hours> hours;
  private final Set<DayOfWeek> weekend;
  private final Holidays holidays;
  private final ZoneId zone;

  OfficeDays(CalendarDefinition definition, Holidays holidays, ZoneId zone) {
    this.hours = definition.hours();
    this.weekend = EnumSet.noneOf(DayOfWeek.class);
    this.weekend.addAll(definition.weekend());
    this.holidays = holidays;
    this.zone = zone;
    if (hours.isEmpty() || weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("Offices that never open have no deadlines.");
    }
  }

  /** Whether a day is worked and why it differs from the week's habit. */
  enum Kind {
    WORKING,
    WEEKEND,
    HOLIDAY,
    MAKE_UP
  }

  Kind kind(LocalDate day) {
    boolean habit = !weekend.contains(day.getDayOfWeek());
    Holidays.Day listed = holidays.find(day);
    if (listed == null) {
      return habit ? Kind.WORKING : Kind.WEEKEND;
    }
    return listed.off() ? Kind.HOLIDAY : habit ? Kind.WORKING : Kind.MAKE_UP;
  }

  boolean works(LocalDate day) {
    Holidays.Day listed = holidays.find(day);
    return listed == null ? !weekend.contains(day.getDayOfWeek()) : !listed.off();
  }

  @Nullable String holidayName(LocalDate day) {
    Holidays.Day listed = holidays.find(day);
    return listed == null ? null : listed.name();
  }

  boolean knowsYear(int year) {
    return holidays.knows(year);
  }

  List<Hours> hours() {
    return hours;
  }

  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  ZonedDateTime local(Instant instant) {
    return instant.atZone(zone);
  }

  Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  Instant closing(LocalDate day) {
    return at(day, hours.getLast().closes());
  }

  /** The working time of one day that lies between two instants. */
  Duration worked(LocalDate day, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    if (works(day)) {
      for (Hours span : hours) {
        Instant start = later(from, at(day, span.opens()));
        Instant end = earlier(to, at(day, span.closes()));
        sum = start.isBefore(end) ? sum.plus(Duration.between(start, end)) : sum;
      }
    }
    return sum;
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
