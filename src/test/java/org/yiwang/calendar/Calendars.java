package org.yiwang.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A calendar of Shanghai's offices with the published holidays of 2025 and 2026. */
final class Calendars {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Calendars() {}

  static OfficeDays officeDays() {
    return officeDays(SHANGHAI, "09:00-12:00", "13:00-17:30");
  }

  static OfficeDays officeDays(ZoneId zone, String... hours) {
    CalendarDefinition definition =
        new CalendarDefinition(
            List.of(hours).stream().map(Hours::parse).toList(),
            List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            "calendar/*.json");
    Path folder = Path.of("packs/yangpu/calendar");
    List<Holidays.Year> years =
        Stream.of("2025.json", "2026.json").map(folder::resolve).map(HolidayFiles::read).toList();
    return new OfficeDays(definition, new Holidays(years), zone);
  }

  static WorkingCalendar shanghai() {
    return new CountedCalendar(officeDays());
  }

  /** An instant from Shanghai's local time, e.g. {@code 2026-10-01T18:30}. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
