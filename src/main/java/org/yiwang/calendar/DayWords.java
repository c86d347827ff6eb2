package org.yiwang.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.pack.Text;

/**
 * Days, times and spans in words of both languages. Made by hand: a formatter is 50 times slower.
 */
final class DayWords {
  private static final String WEEK_ZH = "一二三四五六日";
  private static final List<String> WEEK_EN =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /** English names of the holidays in 全国年节及纪念日放假办法; others keep their own name. */
  private static final Map<String, String> HOLIDAYS =
      Map.of(
          "元旦", "New Year",
          "春节", "Spring Festival",
          "清明节", "Qingming Festival",
          "劳动节", "Labour Day",
          "端午节", "Dragon Boat Festival",
          "中秋节", "Mid-Autumn Festival",
          "国庆节", "National Day");

  private DayWords() {}

  /** 10 月 1 日（周四）/ Thursday 1 October. */
  static Text day(LocalDate day) {
    int week = day.getDayOfWeek().ordinal();
    return Text.of(
        day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日（周" + WEEK_ZH.charAt(week) + "）",
        WEEK_EN.get(week) + " " + day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1));
  }

  /** With the year in front or behind. */
  static Text dayAndYear(LocalDate day) {
    Text words = day(day);
    return Text.of(day.getYear() + " 年 " + words.zh(), words.en() + " " + day.getYear());
  }

  static Text range(LocalDate first, LocalDate last) {
    Text start = day(first);
    if (first.equals(last)) {
      return start;
    }
    Text end = first.getYear() == last.getYear() ? day(last) : dayAndYear(last);
    return Text.of(start.zh() + "至 " + end.zh(), start.en() + " to " + end.en());
  }

  static String time(LocalTime time) {
    int minute = time.getMinute();
    return (time.getHour() < 10 ? "0" : "") + time.getHour() + (minute < 10 ? ":0" : ":") + minute;
  }

  static Text holiday(String name) {
    String english =
        Stream.of(name.split("、"))
            .map(part -> HOLIDAYS.getOrDefault(part, part))
            .collect(Collectors.joining(" and "));
    return Text.of(name, english);
  }

  /** 2 小时 10 分 / 2 hours 10 minutes; the two largest units only, rounded down to minutes. */
  static Text span(Duration span) {
    long minutes = span.abs().toMinutes();
    if (minutes < 1) {
      return Text.of("不到 1 分钟", "less than a minute");
    }
    if (minutes < 60) {
      return Text.of(minutes + " 分钟", plural(minutes, "minute"));
    }
    boolean hours = minutes < 48 * 60;
    long size = hours ? 60 : 24 * 60;
    long large = minutes / size;
    long small = minutes % size / (hours ? 1 : 60);
    String zh = large + (hours ? " 小时" : " 天");
    String en = plural(large, hours ? "hour" : "day");
    return small == 0
        ? Text.of(zh, en)
        : Text.of(
            zh + " " + small + (hours ? " 分" : " 小时"),
            en + " " + plural(small, hours ? "minute" : "hour"));
  }

  static String plural(long amount, String unit) {
    return amount + " " + unit + (amount == 1 ? "" : "s");
  }
}
