package org.yiwang.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when on sign-ins of an account count. Tokens know whole seconds only, so these instants are
 * whole seconds too.
 */
final class Validity {
  private Validity() {}

  /** Everything from this second on counts. */
  static Instant from(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * From when a sign-in made now counts: never before what the account itself says, which may lie
   * ahead where the clock has been put back since. Otherwise nobody could sign in until then.
   */
  static Instant of(Account account, Instant now) {
    Instant from = from(now);
    return from.isBefore(account.validFrom()) ? account.validFrom() : from;
  }

  /** Nothing that was signed in until now counts any longer. */
  static Instant after(Instant now) {
    return from(now).plusSeconds(1);
  }
}
