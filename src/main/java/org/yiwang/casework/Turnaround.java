package org.yiwang.casework;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long closed cases took (办结用时).
 *
 * @param closed how many were closed
 * @param onTime closed within the time their category allows (按时办结)
 * @param late closed after it; cases closed before that time ever ran are in neither
 * @param mean from opening to closing, on average; null when none was closed
 * @param median half of them took at most this long
 */
public record Turnaround(
    long closed, long onTime, long late, @Nullable Duration mean, @Nullable Duration median) {
  /** Nothing was closed. */
  public static final Turnaround NONE = new Turnaround(0, 0, 0, null, null);

  /** How many were closed whose limit ran, which the share is counted from (计时的). */
  public long limited() {
    return onTime + late;
  }

  /** Share closed on time, 0 to 1 (按时办结率); null when no limit ran. */
  public @Nullable Double onTimeShare() {
    return limited() == 0 ? null : (double) onTime / limited();
  }
}
