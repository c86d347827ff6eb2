package org.yiwang.credential;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Uses a presentation up (核用): checks it, counts it once, writes down for the holder who used it.
 * Another district's presentation counts once here too; it is asked before anything is opened in
 * the database.
 */
@Component
class UsePresentation {
  private final Issuers issuers;
  private final PresentationStore store;
  private final CountPresentation count;
  private final DistrictTime time;

  UsePresentation(
      Issuers issuers, PresentationStore store, CountPresentation count, DistrictTime time) {
    this.issuers = issuers;
    this.store = store;
    this.count = count;
    this.time = time;
  }

  Verdict use(String typed, String recipient) {
    Optional<Presentation> coded = find(typed);
    if (coded.isEmpty() && PresentOnce.isCode(typed)) {
      return Verdict.of(Finding.UNREADABLE);
    }
    String token = coded.map(Presentation::token).orElse(typed);
    Instant now = time.instant();
    Verdict verdict =
        new CheckToken(issuers).check(token, new CheckToken.Expected(recipient, true, now));
    Verdict.Shown shown = verdict.shown();
    if (verdict.finding() != Finding.GENUINE || shown == null || shown.binding() == null) {
      return verdict;
    }
    Finding counted =
        issuers.isOwn(shown.issuer())
            ? count.own(shown, shown.binding(), now)
            : count.foreign(shown, shown.binding(), now);
    return counted == Finding.GENUINE ? verdict : Verdict.of(counted);
  }

  /** A code stands for its token. */
  Optional<Presentation> find(String typed) {
    return PresentOnce.isCode(typed) ? store.findByCode(typed) : Optional.empty();
  }
}
