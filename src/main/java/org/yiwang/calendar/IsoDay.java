package org.yiwang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as forms and addresses write it (日期): 2026-11-22. Years have four digits: ISO knows more,
 * but no office does, and a database cannot keep them.
 */
public final class IsoDay {
  private static final Pattern WRITTEN = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

  private IsoDay() {}

  /** The day; empty for anything else. */
  public static Optional<LocalDate> read(@Nullable String written) {
    String clean = written == null ? "" : written.strip();
    if (!WRITTEN.matcher(clean).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(clean));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
