package org.yiwang.notice;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds whether messages wait. */
class NoticeClock {
  private static final Logger log = LoggerFactory.getLogger(NoticeClock.class);
  private final AtomicBoolean busy = new AtomicBoolean();
  private final DeliverNotices deliver;

  NoticeClock(DeliverNotices deliver) {
    this.deliver = deliver;
  }

  /** On a thread of its own: a slow gateway must not hold up the other clocks. */
  @Scheduled(fixedDelayString = "${yiwang.notice.tick:PT5S}", initialDelayString = "PT10S")
  void tick() {
    if (busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("notices").start(this::deliverQuietly);
    }
  }

  private void deliverQuietly() {
    try {
      deliver.deliverDue();
    } catch (RuntimeException failed) {
      log.warn("Messages could not be delivered and will be tried again: {}", failed.toString());
    } finally {
      busy.set(false);
    }
  }
}
