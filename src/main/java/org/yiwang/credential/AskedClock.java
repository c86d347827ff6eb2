package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Wipes what was asked of wallets elsewhere and what they answered once its time is over (调取到时清除),
 * fetched or not; any number of instances may. That it was asked is kept for some weeks, so that
 * whoever comes late is told that it is over, not that there was none.
 */
@Component
class AskedClock {
  static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Logger log = LoggerFactory.getLogger(AskedClock.class);

  private final AskedStore store;
  private final DistrictTime time;

  AskedClock(AskedStore store, DistrictTime time) {
    this.store = store;
    this.time = time;
  }

  /** Wipes all that is over; returns of how many. */
  int tick() {
    Instant now = time.instant();
    store.forget(now.minus(REMEMBERED));
    return store.wipe(now);
  }

  @Scheduled(
      fixedDelayString = "${yiwang.credential.tick:PT1M}",
      initialDelayString = "${yiwang.credential.tick:PT1M}")
  void tickQuietly() {
    try {
      tick();
    } catch (RuntimeException failed) {
      log.warn("The clock could not run and will try again: {}", failed.toString());
    }
  }
}
