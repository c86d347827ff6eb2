package org.yiwang.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

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
    Path root = Path.of("src/test/resources");
    List<Holidays.Year> years =
        HolidayFiles.matching(root::resolve, definition.holidays()).stream()
            .map(HolidayFiles::read)
            .toList();
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
