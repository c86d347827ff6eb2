package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Counts guesses at something that only a few digits protect (猜测次数), whoever guesses and from
 * wherever: a limit for each address does not stop somebody who has many. A few are free; then the
 * next has to wait, twice as long each time up to half a day, so that four digits last for years.
 *
 * <p>Each guess is counted before it is looked at: guesses sent all at once do not slip through.
 */
@Component
public class Guesses {
  static final int FREE = 5;
  static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  static final Duration LONGEST_WAIT = Duration.ofHours(12);

  private final AttemptStore store;
  private final DistrictTime time;

  Guesses(AttemptStore store, DistrictTime time) {
    this.store = store;
    this.time = time;
  }

  /**
   * Counts one guess; call {@link #right} if it was right.
   *
   * @param at what is guessed at, such as {@code case:YP-20261122-00001}
   * @param instead what else the person can do, one sentence
   * @throws RefusedException TOO_MANY while guesses at it have to wait
   */
  public void count(String at, Text instead) {
    String key = Attempts.hash("guess:" + at);
    Instant now = time.realInstant();
    AttemptStore.Patience patience =
        new AttemptStore.Patience(
            FREE, FIRST_WAIT, LONGEST_WAIT, now.minus(Attempts.FORGOTTEN_AFTER));
    if (!store.countUnlessLocked(key, now, patience)) {
      Instant until = store.findLockedUntil(key, key, now.plus(LONGEST_WAIT)).orElse(now);
      throw new RefusedException(refusal(Duration.between(now, until), instead));
    }
  }

  /** The guess was right: what came before is forgotten. */
  public void right(String at) {
    store.remove(Attempts.hash("guess:" + at));
  }

  private static Refusal refusal(Duration wait, Text instead) {
    Text next = Attempts.tryAgain(wait);
    return Refusal.of(
        Refusal.Kind.TOO_MANY,
        "guessed-too-often",
        Text.of(
            "输错的次数太多，为保护隐私，已暂停查询。", "Too many wrong codes: this is paused, to protect privacy."),
        Text.of(next.zh() + instead.zh(), next.en() + " " + instead.en()));
  }
}
