package org.yiwang.identity;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often: so many times in so long, as "30/1m" in the settings. */
record Rate(int times, Duration in) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,4})([smh])");

  /**
   * Reads "30/1m": thirty times in a minute; s, m and h are seconds, minutes and hours.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  static Rate parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
      throw new IllegalArgumentException(
          "\"%s\" is no rate; write one as 30/1m: thirty times in a minute.".formatted(written));
    }
    long amount = Long.parseLong(parts.group(2));
    Duration in =
        switch (parts.group(3)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    return new Rate(Integer.parseInt(parts.group(1)), in);
  }

  /** Refilled by the clock that only goes on, not by the one that can be put back. */
  Bucket bucket() {
    return Bucket.builder()
        .withNanosecondPrecision()
        .addLimit(limit -> limit.capacity(times).refillGreedy(times, in))
        .build();
  }
}
