package org.yiwang.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a story (时刻), as a clerk writes it: {@code 09:10} on the same day, {@code 2026-11-24
 * 09:10}, or {@code +20 minutes} after what was before.
 */
record Moment(String words, @Nullable LocalDate day, @Nullable LocalTime time, Duration after) {
  private static final Pattern LATER = Pattern.compile("\\+(\\d{1,4}) (minute|hour|day)s?");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

  /**
   * @throws IllegalArgumentException for anything else
   */
  static Moment parse(String words) {
    Matcher later = LATER.matcher(words);
    if (later.matches()) {
      Duration unit = UNITS.getOrDefault(later.group(2), Duration.ZERO);
      return new Moment(words, null, null, unit.multipliedBy(Long.parseLong(later.group(1))));
    }
    try {
      if (words.length() == 16) {
        LocalDateTime at = LocalDateTime.parse(words.replace(' ', 'T'));
        return new Moment(words, at.toLocalDate(), at.toLocalTime(), Duration.ZERO);
      }
      return new Moment(words, null, LocalTime.parse(words), Duration.ZERO);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Write \"09:30\", \"2026-11-24 09:30\" or \"+20 minutes\".", e);
    }
  }

  /** This moment, seen from another one before it. */
  ZonedDateTime from(ZonedDateTime now) {
    return time == null
        ? now.plus(after)
        : (day == null ? now.toLocalDate() : day).atTime(time).atZone(now.getZone());
  }

  @Override
  public String toString() {
    return words;
  }
}
