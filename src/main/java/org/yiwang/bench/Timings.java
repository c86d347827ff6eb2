package org.yiwang.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How long each of many took.
 *
 * @param sorted nanoseconds, ascending
 * @param nanos wall time of them all
 */
record Timings(long[] sorted, long nanos) {
  static Timings of(List<long[]> parts, long nanos) {
    long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Timings(all, nanos);
  }

  double perSecond() {
    return sorted.length * 1e9 / nanos;
  }

  /** Milliseconds that a share of them stayed within, e.g. 0.99. */
  double within(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
  }
}
