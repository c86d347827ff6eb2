package org.yiwang.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** Writes times and numbers as one reader's language has them, in the district's zone. */
record Writing(Language language, ZoneId zone, Instant now) {

  private record Unit(long seconds, Text one, Text many) {
    String words(long count, Language language) {
      return count + " " + (count == 1 ? one : many).in(language);
    }
  }

  private static final List<Unit> UNITS =
      List.of(
          unit(86_400, "天", "day", "days"),
          unit(3_600, "小时", "hour", "hours"),
          unit(60, "分", "min", "min"));

  private static Unit unit(long seconds, String zh, String one, String many) {
    return new Unit(seconds, Text.of(zh, one), Text.of(zh, many));
  }

  String date(Instant instant) {
    return write(instant, "yyyy年M月d日", "d MMMM yyyy");
  }

  String time(Instant instant) {
    return write(instant, "HH:mm", "HH:mm");
  }

  String dateTime(Instant instant) {
    ZonedDateTime there = instant.atZone(zone);
    boolean thisYear = there.getYear() == now.atZone(zone).getYear();
    return thisYear
        ? write(instant, "M月d日 HH:mm", "d MMM, HH:mm")
        : write(instant, "yyyy年M月d日 HH:mm", "d MMM yyyy, HH:mm");
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  String span(Duration duration) {
    long left = Math.abs(duration.toSeconds());
    if (left < 60) {
      return Text.of("不到 1 分", "less than a minute").in(language);
    }
    int largest = left >= 86_400 ? 0 : left >= 3_600 ? 1 : 2;
    return UNITS.subList(largest, Math.min(largest + 2, UNITS.size())).stream()
        .filter(unit -> part(unit, left) > 0)
        .map(unit -> unit.words(part(unit, left), language))
        .collect(Collectors.joining(" "));
  }

  private static long part(Unit unit, long seconds) {
    long whole = seconds / unit.seconds();
    return unit.seconds() == 86_400 ? whole : whole % (unit.seconds() == 3_600 ? 24 : 60);
  }

  private String write(Instant instant, String zh, String en) {
    String pattern = Text.of(zh, en).in(language);
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
  }
}
