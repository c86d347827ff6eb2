package org.yiwang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.calendar.TimeLimit.Unit;
import org.yiwang.pack.Text;

class TimeLimitTests {
  @Test
  void readsWhatPacksWrite() {
    assertThat(TimeLimit.parse("2 urgent-hours")).isEqualTo(new TimeLimit(2, Unit.URGENT_HOURS));
    assertThat(TimeLimit.parse(" 1  working-day ")).isEqualTo(new TimeLimit(1, Unit.WORKING_DAYS));
    for (Unit unit : Unit.values()) {
      TimeLimit limit = new TimeLimit(3, unit);
      assertThat(TimeLimit.parse(limit.toString())).isEqualTo(limit);
    }
  }

  /** Promised, by law, and whether the one is longer: certainly, perhaps, or never. */
  @ParameterizedTest
  @CsvSource({
    "5 working-days,    5 working-days,     never",
    "6 working-days,    5 working-days,     certainly",
    "5 calendar-days,   5 working-days,     never",
    "10 calendar-days,  5 working-days,     perhaps",
    "19 calendar-days,  5 working-days,     certainly",
    "5 working-days,    7 calendar-days,    perhaps",
    "8 working-days,    7 calendar-days,    certainly",
    "5 working-days,    30 calendar-days,   never",
    "24 urgent-hours,   1 calendar-days,    never",
    "25 urgent-hours,   1 calendar-days,    certainly",
    "90 minutes,        1 urgent-hours,     certainly",
    "30 minutes,        1 working-hours,    never",
    "4 working-hours,   1 working-days,     perhaps",
    "4 working-hours,   20 working-days,    never",
  })
  void comparesWhatIsCountedInDifferentUnits(String promised, String legal, String longer) {
    TimeLimit one = TimeLimit.parse(promised);
    TimeLimit other = TimeLimit.parse(legal);
    assertThat(one.exceeds(other)).isEqualTo(longer.equals("certainly"));
    assertThat(one.mayExceed(other)).isEqualTo(!longer.equals("never"));
  }

  /** From every day of eight years, so many working days end no later than is said. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 10, 15, 20, 30, 60, 120, 240})
  void workingDaysTakeAtMostSoManyDays(int workingDays) {
    Path folder = Path.of("packs/yangpu/calendar");
    List<Holidays.Year> years =
        IntStream.rangeClosed(2019, 2026)
            .mapToObj(year -> HolidayFiles.read(folder.resolve(year + ".json")))
            .toList();
    CalendarDefinition definition =
        new CalendarDefinition(
            List.of(Hours.parse("09:00-17:00")),
            List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            "calendar/*.json");
    var days = new OfficeDays(definition, new Holidays(years), Calendars.SHANGHAI);
    WorkingCalendar calendar = new CountedCalendar(days);
    LocalDate last = LocalDate.of(2026, 1, 1);
    for (LocalDate day = LocalDate.of(2019, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
      Instant from = day.atTime(10, 0).atZone(Calendars.SHANGHAI).toInstant();
      Instant due = calendar.due(from, new TimeLimit(workingDays, Unit.WORKING_DAYS)).due();
      long took = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(due, Calendars.SHANGHAI));
      assertThat(took)
          .as("from " + day)
          .isBetween((long) workingDays, TimeLimit.mostDays(workingDays));
    }
  }

  @Test
  void speaksBothLanguages() {
    assertThat(TimeLimit.parse("7 working-days").words())
        .isEqualTo(Text.of("7 个工作日", "7 working days"));
    assertThat(TimeLimit.parse("1 urgent-hours").words())
        .isEqualTo(Text.of("1 小时（昼夜计时）", "1 hour round the clock"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "seven working-days", "7 weeks", "-1 minutes", "7days"})
  void refusesWhatIsNoLimit(String written) {
    assertThatThrownBy(() -> TimeLimit.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a time limit")
        .hasMessageEndingWith("for example \"7 working-days\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 minutes", "10001 minutes", "999999999 working-days"})
  void refusesLimitsOutOfRange(String written) {
    assertThatThrownBy(() -> TimeLimit.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10000");
  }
}
