package org.yiwang.party;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down once an hour which mandates are over. That they are over holds from midnight without
 * it: whoever asks compares with the day. Ends what a former representative left behind.
 */
@Component
class MandateClock {
  private static final Logger log = LoggerFactory.getLogger(MandateClock.class);

  private final Mandates mandates;

  MandateClock(Mandates mandates) {
    this.mandates = mandates;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void tick() {
    try {
      mandates.endOver();
      mandates.endBaseless();
    } catch (RuntimeException failed) {
      log.warn("Mandates that are over will be looked at again: {}", failed.toString());
    }
  }
}
