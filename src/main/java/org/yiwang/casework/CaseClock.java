package org.yiwang.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Looks every few seconds whether the time of a case is over (到时检查); any number of instances may.
 */
@Component
public class CaseClock {
  private static final Logger log = LoggerFactory.getLogger(CaseClock.class);
  private static final Duration ABANDONED = Duration.ofDays(2);

  private final RunTimers timers;
  private final CaseStore store;
  private final PhotoStore photos;
  private final DistrictTime time;

  CaseClock(RunTimers timers, CaseStore store, PhotoStore photos, DistrictTime time) {
    this.timers = timers;
    this.store = store;
    this.photos = photos;
    this.time = time;
  }

  /** Handles all cases whose time is over; returns how many. */
  public int tick() {
    int handled = 0;
    int batch;
    do {
      batch = timers.run();
      handled += batch;
    } while (batch >= RunTimers.BATCH);
    return handled;
  }

  /** When it next has something to do; empty while no case waits for the clock. */
  public Optional<Instant> findNext() {
    return store.findNextTimer();
  }

  @Scheduled(
      fixedDelayString = "${yiwang.casework.tick:PT5S}",
      initialDelayString = "${yiwang.casework.tick:PT5S}")
  void tickQuietly() {
    try {
      tick();
    } catch (RuntimeException failed) {
      log.warn("The clock could not run and will try again: {}", failed.toString());
    }
  }

  /** Removes photos of reports that were begun and never sent. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void dropAbandonedPhotos() {
    Instant before = time.instant().minus(ABANDONED);
    int dropped = photos.dropAbandoned(before);
    if (dropped > 0) {
      log.info("Removed {} photos of reports that were never sent", dropped);
    }
  }
}
