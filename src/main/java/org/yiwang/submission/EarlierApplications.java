package org.yiwang.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.submission.SubmissionStore.Part;
import org.yiwang.submission.SubmissionStore.SentPart;

/**
 * What the same party asked for before in the same matter (重复申请): still under way, or granted with
 * a credential that counts. Told to whoever applies and to the officer; where nobody has two of it,
 * the second is not taken.
 */
@Component
class EarlierApplications {
  private final SubmissionStore store;
  private final PartCases.Maker partCases;
  private final Credentials credentials;

  EarlierApplications(SubmissionStore store, PartCases.Maker partCases, Credentials credentials) {
    this.store = store;
    this.partCases = partCases;
    this.credentials = credentials;
  }

  /** Where it stands. */
  enum State {
    /** Not decided yet, or not begun. */
    UNDER_WAY,
    /** Granted, and what came of it counts. */
    COUNTS,
    /** Over: nothing holds of it any more, or nothing was granted. */
    OVER
  }

  /** One of them. */
  record Earlier(Matter matter, SentPart sent, State state) {
    String href() {
      return "/applications/" + sent.submission();
    }

    Instant submitted() {
      return sent.submitted();
    }

    /** With places for its number and the day it was sent. */
    Text words() {
      return switch (state) {
        case UNDER_WAY -> Text.of("%s（%s 提交，还在办）", "%s (sent %s, under way)");
        case COUNTS -> Text.of("%s（%s 提交，已办好，有效）", "%s (sent %s, granted, counts)");
        case OVER -> Text.of("%s（%s 提交，已结束）", "%s (sent %s, over)");
      };
    }

    /** Number of its case; empty while it waits for another matter. */
    String number() {
      String number = sent.part().number();
      return number == null ? "" : number;
    }
  }

  /** All of them, the newest first. */
  List<Earlier> list(UUID party, Collection<Matter> matters) {
    if (matters.isEmpty()) {
      return List.of();
    }
    List<String> ids = matters.stream().map(Matter::id).toList();
    return store.listOf(party, ids).stream()
        .map(
            sent -> {
              Matter matter = matters.stream().filter(one -> isOf(sent, one)).findFirst().get();
              return new Earlier(matter, sent, state(party, matter, sent));
            })
        .toList();
  }

  /** The first that stands against asking once more: nobody has two of it. */
  Optional<Earlier> findAgainst(UUID party, Collection<Matter> matters) {
    List<Matter> once = matters.stream().filter(one -> one.outcome().once()).toList();
    return list(party, once).stream().filter(one -> one.state() != State.OVER).findFirst();
  }

  /** As {@link #findAgainst}, with nobody else sending for this party meanwhile. */
  List<Refusal> faults(UUID party, Collection<Matter> matters) {
    if (matters.stream().noneMatch(one -> one.outcome().once())) {
      return List.of();
    }
    store.lockParty(party);
    return findAgainst(party, matters).map(SubmissionRefusals::already).stream().toList();
  }

  /**
   * Another one of what everybody has once that was granted and counts, with nobody else deciding
   * for this party meanwhile.
   */
  Optional<Earlier> findOther(Submission than, Matter matter) {
    if (!matter.outcome().once()) {
      return Optional.empty();
    }
    UUID party = than.partyOf(matter);
    store.lockParty(party);
    // Once more: issued again between reading what came out of it and what counts, it seems over.
    return other(than, party, matter).or(() -> other(than, party, matter));
  }

  private Optional<Earlier> other(Submission than, UUID party, Matter matter) {
    return list(party, List.of(matter)).stream()
        .filter(one -> one.state() == State.COUNTS)
        .filter(one -> !one.sent().submission().equals(than.id()))
        .findFirst();
  }

  private static boolean isOf(SentPart sent, Matter matter) {
    return sent.part().matter().equals(matter.id());
  }

  private State state(UUID party, Matter matter, SentPart sent) {
    Part part = sent.part();
    if (part.granted() != null) {
      return counts(party, matter, part) ? State.COUNTS : State.OVER;
    }
    boolean over = partCases.of(store.listParts(sent.submission())).cameToNothing(matter.id());
    return over ? State.OVER : State.UNDER_WAY;
  }

  private boolean counts(UUID party, Matter matter, Part part) {
    String type = matter.outcome().credential();
    return type != null
        && part.credential() != null
        && credentials.usable(party, type).stream()
            .map(Credential::id)
            .anyMatch(part.credential()::equals);
  }
}
