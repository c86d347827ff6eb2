package org.yiwang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.OfficeDays.Kind;
import org.yiwang.calendar.TimeLimit.Unit;
import org.yiwang.pack.Text;

/** The holidays, weekends and make-up days between two days, each run told in one line. */
final class DaysBetween {
  private final OfficeDays days;
  private final LocalDate first;
  private final LocalDate last;
  private final List<Text> lines = new ArrayList<>();
  private final List<Text> weekends = new ArrayList<>();
  private int weekendDays;

  DaysBetween(OfficeDays days, LocalDate first, LocalDate last) {
    this.days = days;
    this.first = first;
    this.last = last;
  }

  List<Text> lines(Unit unit) {
    LocalDate day = first;
    while (!day.isAfter(last)) {
      Kind kind = days.kind(day);
      LocalDate end = kind == Kind.HOLIDAY || kind == Kind.WEEKEND ? endOfRun(day, kind) : day;
      // the day of filing is not counted in days, so it makes nothing up either
      boolean counts = unit == Unit.WORKING_HOURS || day.isAfter(first);
      if (kind == Kind.HOLIDAY) {
        holiday(day, end);
      } else if (kind == Kind.WEEKEND) {
        weekends.add(DayWords.range(day, end));
        weekendDays += (int) (end.toEpochDay() - day.toEpochDay()) + 1;
      } else if (kind == Kind.MAKE_UP && counts) {
        makeUp(day);
      }
      day = end.plusDays(1);
    }
    tellWeekends();
    return lines;
  }

  private LocalDate endOfRun(LocalDate start, Kind kind) {
    @Nullable String name = days.holidayName(start);
    LocalDate end = start;
    LocalDate next = start.plusDays(1);
    while (!next.isAfter(last)
        && days.kind(next) == kind
        && Objects.equals(name, days.holidayName(next))) {
      end = next;
      next = next.plusDays(1);
    }
    return end;
  }

  private void holiday(LocalDate start, LocalDate end) {
    Text name = DayWords.holiday(Objects.requireNonNull(days.holidayName(start)));
    Text range = DayWords.range(start, end);
    lines.add(
        Text.of(
            name.zh() + "放假：" + range.zh() + "，不计。",
            name.en() + " holiday: " + range.en() + ", not counted."));
  }

  private void makeUp(LocalDate day) {
    Text words = DayWords.day(day);
    lines.add(Text.of(words.zh() + "补班，计入。", words.en() + " is a make-up working day and counts."));
  }

  private void tellWeekends() {
    if (weekends.size() > 2) {
      lines.add(
          Text.of(
              "其间周末共 " + weekendDays + " 天，不计。",
              weekendDays + " weekend days in between, not counted."));
      return;
    }
    for (Text weekend : weekends) {
      lines.add(
          Text.of("周末：" + weekend.zh() + "，不计。", "Weekend: " + weekend.en() + ", not counted."));
    }
  }
}
