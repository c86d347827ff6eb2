package org.yiwang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.calendar.TimeLimit.Unit;
import org.yiwang.pack.Text;

/** Tells line by line how a deadline was counted (时限说明). */
final class DeadlineWords {
  private static final int DAYS_TOLD_SINGLY = 5;
  private final OfficeDays days;

  DeadlineWords(OfficeDays days) {
    this.days = days;
  }

  List<Text> explain(Instant from, TimeLimit limit, Instant due) {
    List<Text> lines = new ArrayList<>();
    lines.add(beginning(from, limit));
    if (limit.unit().restsWithOffices()) {
      lines.addAll(new DaysBetween(days, days.dayOf(from), days.dayOf(due)).lines(limit.unit()));
    }
    if (limit.unit() == Unit.WORKING_HOURS) {
      lines.addAll(hoursByDay(from, due));
    }
    if (limit.unit() == Unit.CALENDAR_DAYS) {
      movedFromRest(days.dayOf(from).plusDays(limit.amount()), lines);
    }
    if (limit.unit() != Unit.MINUTES && limit.unit() != Unit.URGENT_HOURS) {
      unknownYears(days.dayOf(from).getYear(), days.dayOf(due).getYear(), lines);
    }
    lines.add(end(due, limit.unit()));
    return lines;
  }

  private Text beginning(Instant from, TimeLimit limit) {
    ZonedDateTime local = days.local(from);
    Text day = DayWords.dayAndYear(local.toLocalDate());
    String time = DayWords.time(local.toLocalTime());
    Text words = limit.words();
    Text how = how(limit.unit());
    return Text.of(
        "从 " + day.zh() + time + " 起算，时限 " + words.zh() + "；" + how.zh() + "。",
        "Counted from " + day.en() + ", " + time + ": " + words.en() + "; " + how.en() + ".");
  }

  private Text how(Unit unit) {
    return switch (unit) {
      case MINUTES, URGENT_HOURS ->
          Text.of("昼夜连续计算，节假日不停", "the clock runs day and night, holidays included");
      case WORKING_DAYS -> Text.of("起算当日不计", "the day of filing does not count");
      case CALENDAR_DAYS ->
          Text.of("起算当日不计，休息日照计", "the day of filing does not count, days of rest do");
      case WORKING_HOURS -> {
        String hours =
            days.hours().stream()
                .map(h -> DayWords.time(h.opens()) + "–" + DayWords.time(h.closes()))
                .collect(Collectors.joining("、"));
        yield Text.of("只计工作时间 " + hours, "only office hours count, " + hours.replace("、", ", "));
      }
    };
  }

  private List<Text> hoursByDay(Instant from, Instant due) {
    List<Text> lines = new ArrayList<>();
    Duration sum = Duration.ZERO;
    LocalDate last = days.dayOf(due);
    for (LocalDate day = days.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      Duration worked = days.worked(day, from, due);
      if (worked.isPositive()) {
        sum = sum.plus(worked);
        Text name = DayWords.day(day);
        Text span = DayWords.span(worked);
        lines.add(Text.of(name.zh() + "计 " + span.zh() + "。", name.en() + ": " + span.en() + "."));
      }
    }
    if (lines.size() <= DAYS_TOLD_SINGLY) {
      return lines;
    }
    long hours = sum.toHours();
    return List.of(
        Text.of(
            "其间 " + lines.size() + " 个工作日，共计 " + hours + " 小时。",
            lines.size() + " working days in between, " + hours + " hours in all."));
  }

  private void movedFromRest(LocalDate last, List<Text> lines) {
    if (!days.works(last)) {
      Text day = DayWords.day(last);
      lines.add(
          Text.of(
              "最后一日 " + day.zh() + "是休息日，顺延到下一个工作日。",
              "The last day, "
                  + day.en()
                  + ", is a day of rest; the next working day takes its place."));
    }
  }

  private void unknownYears(int first, int last, List<Text> lines) {
    for (int year = first; year <= last; year++) {
      if (!days.knowsYear(year)) {
        String years = year == last ? "" + year : year + "–" + last;
        lines.add(
            Text.of(
                years + " 年的放假安排尚未列入日历，只按周末计算，可能变动。",
                "The holidays of "
                    + years
                    + " are not in the calendar yet: only weekends were left out, so this may change."));
        return;
      }
    }
  }

  private Text end(Instant due, Unit unit) {
    ZonedDateTime local = days.local(due);
    Text day = DayWords.dayAndYear(local.toLocalDate());
    String time = DayWords.time(local.toLocalTime());
    boolean closing = unit == Unit.WORKING_DAYS || unit == Unit.CALENDAR_DAYS;
    return Text.of(
        "到期：" + day.zh() + time + (closing ? "（下班时）。" : "。"),
        "Due " + day.en() + ", " + time + (closing ? ", close of business." : "."));
  }
}
