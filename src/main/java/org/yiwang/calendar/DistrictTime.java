package org.yiwang.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The district's time (时间). Everything asks here and nowhere else, so that a story, an import of
 * history or the demo data can say what time it is for the work they do.
 */
public final class DistrictTime implements InstantSource {
  private static final ScopedValue<Instant> PRETENDED = ScopedValue.newInstance();
  private final InstantSource real;
  private final ZoneId zone;

  public DistrictTime(InstantSource real, ZoneId zone) {
    this.real = real;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return PRETENDED.isBound() ? PRETENDED.get() : real.instant();
  }

  /**
   * The machine's own time, which no story moves: for sign-ins, sessions, tokens and lock-outs,
   * whose other half (browsers, signed tokens) keeps real time too.
   */
  public Instant realInstant() {
    return real.instant();
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(instant(), zone);
  }

  /** Does some work as if it were the given instant; only on this thread, only for this call. */
  public <T> T at(Instant instant, Supplier<T> work) {
    return ScopedValue.where(PRETENDED, instant).call(work::get);
  }
}
