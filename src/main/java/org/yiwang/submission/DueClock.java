package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * The clock of promises and of papers that follow (承诺核查和补交的时钟): looks every half minute which
 * promises are to be checked, which papers have not come in time and who is to be reminded; any
 * number of instances may. What fails is tried again in an hour and holds up no other.
 */
@Component
public class DueClock {
  private static final Logger log = LoggerFactory.getLogger(DueClock.class);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int BATCH = 100;

  private final PromiseStore promises;
  private final OwedStore owed;
  private final CheckPromise checkPromise;
  private final MissPaper missPaper;
  private final RemindApplicants remind;
  private final DistrictTime time;

  DueClock(
      PromiseStore promises,
      OwedStore owed,
      CheckPromise checkPromise,
      MissPaper missPaper,
      RemindApplicants remind,
      DistrictTime time) {
    this.promises = promises;
    this.owed = owed;
    this.checkPromise = checkPromise;
    this.missPaper = missPaper;
    this.remind = remind;
    this.time = time;
  }

  /** Does all that is due; returns how many reminders, checks and ends there were. */
  public int tick() {
    Instant now = time.instant();
    return remind.remind()
        + each(promises.listToLookAt(now, BATCH), checkPromise::check, promises::postpone)
        + each(owed.listToLookAt(now, BATCH), missPaper::miss, owed::postpone);
  }

  /** When it next has something to do; empty while nothing is promised or to follow. */
  public Optional<Instant> findNext() {
    return Stream.of(promises.findNextLook(), owed.findNextLook())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private int each(List<UUID> due, Predicate<UUID> look, BiConsumer<UUID, Instant> postpone) {
    int done = 0;
    for (UUID one : due) {
      try {
        done += look.test(one) ? 1 : 0;
      } catch (RuntimeException failed) {
        log.warn("{} failed and is tried again in an hour", one, failed);
        postpone.accept(one, time.instant().plus(AGAIN));
      }
    }
    return done;
  }

  @Scheduled(
      fixedDelayString = "${yiwang.submission.tick:PT30S}",
      initialDelayString = "${yiwang.submission.tick:PT30S}")
  void tickQuietly() {
    try {
      tick();
    } catch (RuntimeException failed) {
      log.warn("Due dates could not be looked at; tried again soon: {}", failed.toString());
    }
  }
}
