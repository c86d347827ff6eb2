package org.yiwang.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** One span of opening hours of a working day (工作时间段), local time. */
record Hours(LocalTime opens, LocalTime closes) {
  static Hours parse(String written) {
    String[] parts = written.strip().split("\\s*[-–]\\s*", -1);
    if (parts.length == 2) {
      try {
        return new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
      } catch (DateTimeParseException e) {
        // falls through to the sentence that says what is expected
      }
    }
    throw new IllegalArgumentException(
        "\"" + written + "\" is not a span of hours: write for example \"09:00-12:00\".");
  }

  @Override
  public String toString() {
    return opens + "–" + closes;
  }
}
