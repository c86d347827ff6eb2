package org.yiwang.credential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;

/**
 * Counts a presentation that was checked (核用计数): of all who try, one uses it up, and it is written
 * down. Nobody else is asked anything here, so that it takes a moment only.
 */
@Component
class CountPresentation {
  private final PresentationStore store;
  private final Journal journal;
  private final IssueCredential.Words words;

  CountPresentation(PresentationStore store, Journal journal, IssueCredential.Words words) {
    this.store = store;
    this.journal = journal;
    this.words = words;
  }

  /** One of this district's own; its holder reads who used it. */
  @Transactional
  Finding own(Verdict.Shown shown, Verdict.Binding binding, Instant now) {
    Presentation own = id(binding.nonce()).flatMap(store::find).orElse(null);
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

  /** Another district's, which counts once here too; joins the caller's transaction. */
  @Transactional
  Finding foreign(Verdict.Shown shown, Verdict.Binding binding, Instant now) {
    return foreign(List.of(shown), binding, now);
  }

  /**
   * What another district's holder presented under one nonce, which counts once.
   *
   * @param shown all of it, from one issuer
   */
  @Transactional
  Finding foreign(List<Verdict.Shown> shown, Verdict.Binding binding, Instant now) {
    if (!store.remember(shown.getFirst().issuer(), binding.nonce(), now)) {
      return Finding.ALREADY_USED;
    }
    shown.forEach(one -> journal.append(taken(one, binding)));
    return Finding.GENUINE;
  }

  private static NewEntry taken(Verdict.Shown shown, Verdict.Binding binding) {
    Actor by = new Actor(Actor.Kind.SYSTEM, null, Text.same(binding.recipient()));
    Map<String, Object> facts =
        Map.of("issuer", shown.issuer(), "type", shown.type(), "recipient", binding.recipient());
    return new NewEntry(by, "credential.taken", "issuer:" + shown.issuer(), facts);
  }

  private static Optional<UUID> id(String nonce) {
    try {
      return Optional.of(UUID.fromString(nonce));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
