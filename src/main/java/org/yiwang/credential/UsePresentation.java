package org.yiwang.credential;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;

/**
 * Uses a presentation up (核用): checks it, counts it once, writes down for the holder who used it.
 * Another district's presentation counts once here too.
 */
@Component
class UsePresentation {
  private final Issuers issuers;
  private final PresentationStore store;
  private final Journal journal;
  private final DistrictTime time;
  private final IssueCredential.Words words;

  UsePresentation(
      Issuers issuers,
      PresentationStore store,
      Journal journal,
      DistrictTime time,
      IssueCredential.Words words) {
    this.issuers = issuers;
    this.store = store;
    this.journal = journal;
    this.time = time;
    this.words = words;
  }

  @Transactional
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
            ? countOwn(shown.binding().nonce(), shown, now)
            : countForeign(shown, shown.binding(), now);
    return counted == Finding.GENUINE ? verdict : Verdict.of(counted);
  }

  /** A code stands for its token. */
  Optional<Presentation> find(String typed) {
    return PresentOnce.isCode(typed) ? store.findByCode(typed) : Optional.empty();
  }

  private Finding countOwn(String nonce, Verdict.Shown shown, Instant now) {
    Presentation own = id(nonce).flatMap(store::find).orElse(null);
    // A wallet's key signs nothing but what its holder agreed to.
    if (own == null || !shown.claims().keySet().containsAll(own.claims())) {
      return Finding.HOLDER_NOT_PROVEN;
    }
    if (own.withdrawn() != null) {
      return Finding.WITHDRAWN;
    }
    if (!store.use(own.id(), now)) {
      return Finding.ALREADY_USED;
    }
    Actor by = new Actor(Actor.Kind.SYSTEM, null, words.unit(own.recipient()));
    journal.append(PresentOnce.entry(by, "credential.used", own));
    return Finding.GENUINE;
  }

  /** Counts another district's presentation once; joins the caller's transaction. */
  Finding countForeign(Verdict.Shown shown, Verdict.Binding binding, Instant now) {
    if (!store.remember(shown.issuer(), binding.nonce(), now)) {
      return Finding.ALREADY_USED;
    }
    Actor by = new Actor(Actor.Kind.SYSTEM, null, Text.same(binding.recipient()));
    Map<String, Object> facts =
        Map.of("issuer", shown.issuer(), "type", shown.type(), "recipient", binding.recipient());
    journal.append(new NewEntry(by, "credential.taken", "issuer:" + shown.issuer(), facts));
    return Finding.GENUINE;
  }

  private static Optional<UUID> id(String nonce) {
    try {
      return Optional.of(UUID.fromString(nonce));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
