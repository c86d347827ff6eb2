package org.yiwang.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come (进度).
 *
 * @param done how many are finished
 * @param total of how many; 0 when not known
 * @param perSecond how many a second
 * @param stopAction where a POST stops it; null when it cannot be stopped or has ended
 */
public record Progress(long done, long total, double perSecond, @Nullable String stopAction) {

  public boolean finished() {
    return total > 0 && done >= total;
  }

  /** Null when it cannot be known. */
  @Nullable Duration left() {
    return total > 0 && perSecond > 0
        ? Duration.ofSeconds(Math.round((total - done) / perSecond))
        : null;
  }
}
