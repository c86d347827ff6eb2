package org.yiwang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.calendar.Calendars.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.pack.Text;

class WorkingCalendarTests {
  private final WorkingCalendar calendar = Calendars.shanghai();

  @ParameterizedTest(name = "{1} from {0} is due {2}: {3}")
  @CsvSource(
      textBlock =
          """
          2026-11-23T10:00, 30 minutes,       2026-11-23T10:30, minutes run on
          2026-11-27T23:50, 30 minutes,       2026-11-28T00:20, also into the weekend
          2026-10-01T18:30, 2 urgent-hours,   2026-10-01T20:30, urgent hours know no holiday
          2026-11-23T10:00, 2 working-hours,  2026-11-23T12:00, up to the lunch break
          2026-11-23T10:00, 3 working-hours,  2026-11-23T14:00, over the lunch break
          2026-11-23T12:30, 1 working-hour,   2026-11-23T14:00, from within the lunch break
          2026-11-27T17:00, 1 working-hours,  2026-11-30T09:30, over the weekend
          2026-10-01T18:30, 4 working-hours,  2026-10-08T14:00, over National Day
          2026-02-13T16:30, 8 working-hours,  2026-02-14T17:00, into a Saturday that is worked
          2026-11-23T10:00, 1 working-day,    2026-11-24T17:30, the day of filing does not count
          2026-11-27T10:00, 1 working-days,   2026-11-30T17:30, Monday follows Friday
          2026-11-28T10:00, 1 working-days,   2026-11-30T17:30, and Saturday
          2026-10-01T18:30, 7 working-days,   2026-10-15T17:30, National Day and a made-up Saturday
          2026-02-13T09:00, 1 working-days,   2026-02-14T17:30, the Saturday before Spring Festival
          2026-02-14T09:00, 1 working-days,   2026-02-24T17:30, over Spring Festival
          2026-02-14T09:00, 5 working-days,   2026-02-28T17:30, the Saturday after it is worked
          2025-09-26T16:00, 1 working-days,   2025-09-28T17:30, a Sunday that is worked
          2026-11-23T10:00, 3 calendar-days,  2026-11-26T17:30, each day counts
          2026-09-29T10:00, 3 calendar-days,  2026-10-08T17:30, the last day may not be a holiday
          2027-09-30T10:00, 1 working-days,   2027-10-01T17:30, holidays of 2027 are not known
          """)
  void countsAsTheRulesSay(String from, String limit, String due, String why) {
    assertThat(calendar.due(at(from), TimeLimit.parse(limit)).due()).as(why).isEqualTo(at(due));
  }

  @Test
  void explainsNationalDayLineByLine() {
    Deadline deadline = calendar.due(at("2026-10-01T18:30"), TimeLimit.parse("7 working-days"));
    assertThat(deadline.because())
        .extracting(Text::zh)
        .containsExactly(
            "从 2026 年 10 月 1 日（周四）18:30 起算，时限 7 个工作日；起算当日不计。",
            "国庆节放假：10 月 1 日（周四）至 10 月 7 日（周三），不计。",
            "10 月 10 日（周六）补班，计入。",
            "周末：10 月 11 日（周日），不计。",
            "到期：2026 年 10 月 15 日（周四）17:30（下班时）。");
    assertThat(deadline.because())
        .extracting(Text::en)
        .containsExactly(
            "Counted from Thursday 1 October 2026, 18:30: 7 working days; the day of filing does not"
                + " count.",
            "National Day holiday: Thursday 1 October to Wednesday 7 October, not counted.",
            "Saturday 10 October is a make-up working day and counts.",
            "Weekend: Sunday 11 October, not counted.",
            "Due Thursday 15 October 2026, 17:30, close of business.");
  }

  @Test
  void explainsWorkingHoursDayByDay() {
    Deadline deadline = calendar.due(at("2026-11-27T16:30"), TimeLimit.parse("4 working-hours"));
    assertThat(deadline.because())
        .extracting(Text::zh)
        .containsExactly(
            "从 2026 年 11 月 27 日（周五）16:30 起算，时限 4 个工作时；只计工作时间 09:00–12:00、13:00–17:30。",
            "周末：11 月 28 日（周六）至 11 月 29 日（周日），不计。",
            "11 月 27 日（周五）计 1 小时。",
            "11 月 30 日（周一）计 3 小时。",
            "到期：2026 年 11 月 30 日（周一）12:00。");
  }

  @Test
  void namesBothHolidaysWhenTheyFallTogether() {
    Deadline deadline = calendar.due(at("2025-09-30T10:00"), TimeLimit.parse("1 working-days"));
    assertThat(deadline.because())
        .contains(
            Text.of(
                "国庆节、中秋节放假：10 月 1 日（周三）至 10 月 8 日（周三），不计。",
                "National Day and Mid-Autumn Festival holiday: Wednesday 1 October to Wednesday 8"
                    + " October, not counted."));
  }

  @Test
  void admitsThatAYearsHolidaysAreNotKnown() {
    Deadline deadline = calendar.due(at("2026-12-31T10:00"), TimeLimit.parse("2 working-days"));
    assertThat(deadline.due()).isEqualTo(at("2027-01-04T17:30"));
    assertThat(deadline.because())
        .contains(
            Text.of(
                "2027 年的放假安排尚未列入日历，只按周末计算，可能变动。",
                "The holidays of 2027 are not in the calendar yet: only weekends were left out, so"
                    + " this may change."));
  }

  @Test
  void sumsUpLongLimitsInsteadOfListingEveryDay() {
    Deadline hours = calendar.due(at("2026-11-02T09:00"), TimeLimit.parse("200 working-hours"));
    Deadline days = calendar.due(at("2026-05-11T09:00"), TimeLimit.parse("60 working-days"));
    assertThat(hours.because()).hasSizeLessThan(6);
    assertThat(days.because()).hasSizeLessThan(6);
    assertThat(days.because().get(2).en()).endsWith("weekend days in between, not counted.");
  }

  @Test
  void saysWhenTheLastCalendarDayIsMoved() {
    Deadline deadline = calendar.due(at("2026-11-26T10:00"), TimeLimit.parse("2 calendar-days"));
    assertThat(deadline.due()).isEqualTo(at("2026-11-30T17:30"));
    assertThat(deadline.because().get(1).zh()).isEqualTo("最后一日 11 月 28 日（周六）是休息日，顺延到下一个工作日。");
  }

  @Test
  void keepsLocalHoursWhenSummerTimeBegins() {
    ZoneId zone = ZoneId.of("America/Los_Angeles");
    var west = new CountedCalendar(Calendars.officeDays(zone, "09:00-17:00"));
    Instant friday = LocalDateTime.parse("2024-03-08T16:00").atZone(zone).toInstant();
    Instant monday = LocalDateTime.parse("2024-03-11T10:00").atZone(zone).toInstant();
    assertThat(west.due(friday, TimeLimit.parse("2 working-hours")).due()).isEqualTo(monday);
  }

  @ParameterizedTest(name = "at {0}, due {1}, in {2}: {3} / {4}")
  @CsvSource(
      textBlock =
          """
          2026-11-24T10:00, 2026-11-26T17:30, WORKING_DAYS,  剩 2 个工作日,  2 working days left
          2026-11-27T10:00, 2026-11-30T17:30, WORKING_DAYS,  剩 1 个工作日,  1 working day left
          2026-11-26T15:20, 2026-11-26T17:30, WORKING_DAYS,  剩 2 小时 10 分,  2 hours 10 minutes left
          2026-11-26T17:56, 2026-11-26T17:30, WORKING_DAYS,  超 26 分钟,  26 minutes late
          2026-11-30T09:00, 2026-11-26T17:30, WORKING_DAYS,  超 2 个工作日,  2 working days late
          2026-11-27T16:30, 2026-11-30T12:00, WORKING_HOURS, 剩 4 小时（工作时间）,  4 hours of office time left
          2026-11-26T16:29, 2026-11-26T16:30, URGENT_HOURS,  剩 1 分钟,  1 minute left
          2026-11-26T16:30, 2026-11-26T16:30, URGENT_HOURS,  剩 不到 1 分钟,  less than a minute left
          2026-11-29T19:30, 2026-11-26T16:30, URGENT_HOURS,  超 3 天 3 小时,  3 days 3 hours late
          2026-11-26T16:30, 2026-11-29T17:30, CALENDAR_DAYS, 剩 3 天,  3 days left
          """)
  void saysWhatIsLeft(String now, String due, TimeLimit.Unit unit, String zh, String en) {
    Remaining remaining = calendar.remaining(at(now), at(due), unit);
    assertThat(remaining.words()).isEqualTo(Text.of(zh, en));
    assertThat(remaining.late()).isEqualTo(en.endsWith("late"));
  }

  @Test
  void knowsWorkingDays() {
    List<LocalDate> worked =
        LocalDate.of(2026, 2, 9)
            .datesUntil(LocalDate.of(2026, 3, 3))
            .filter(calendar::isWorkingDay)
            .toList();
    assertThat(worked)
        .contains(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28))
        .doesNotContain(LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 23));
  }
}
