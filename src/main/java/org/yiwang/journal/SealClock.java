package org.yiwang.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals what waits every few seconds, on a thread of its own. A sealing that fails says so and is
 * tried again; nothing else waits for it. Two gauges show it: {@code journal.unsealed} and {@code
 * journal.sealed.at} (seconds since 1970).
 */
@Component
class SealClock implements MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(SealClock.class);

  private final AtomicBoolean busy = new AtomicBoolean();
  private final SealEntries sealing;
  private final LogStore store;
  private volatile String said = "";

  SealClock(SealEntries sealing, LogStore store) {
    this.sealing = sealing;
    this.store = store;
  }

  @Scheduled(fixedDelayString = "${yiwang.journal.tick:PT2S}", initialDelayString = "PT1S")
  void tick() {
    if (busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("sealing").start(this::sealQuietly);
    }
  }

  /** Seals all that waits; returns how many. */
  int sealAll() {
    int all = 0;
    int batch;
    do {
      batch = sealing.seal();
      all += batch;
    } while (batch == SealEntries.BATCH);
    return all;
  }

  private void sealQuietly() {
    try {
      sealAll();
      said = "";
    } catch (RuntimeException failed) {
      warnOnce(failed.toString());
    } finally {
      busy.set(false);
    }
  }

  private void warnOnce(String why) {
    if (!why.equals(said)) {
      log.warn("The journal could not be sealed and will be tried again: {}", why);
      said = why;
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("journal.unsealed", this, SealClock::unsealed)
        .description("Entries of the journal that are not in the log yet")
        .register(registry);
    Gauge.builder("journal.sealed.at", this, SealClock::sealedAt)
        .description("When the log was signed last")
        .baseUnit("seconds")
        .register(registry);
  }

  private double unsealed() {
    return store.countUnsealed(store.findNewestHead().map(SealedHead::settled).orElse(0L));
  }

  private double sealedAt() {
    return store.findNewestHead().map(SealedHead::at).map(Instant::getEpochSecond).orElse(0L);
  }
}
