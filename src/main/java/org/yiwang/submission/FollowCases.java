package org.yiwang.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.casework.Cases;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * Follows the cases of applications: what is granted becomes a credential (制证), what waited for it
 * is opened, and the person is told; all in the transaction of the step.
 */
@Component
class FollowCases {
  /** The lifecycle's action that takes back what was issued, such as after a broken promise. */
  private static final String REVOKE = "revoke-outcome";

  private static final Text REVOKED = Text.of("核查后撤销", "Revoked after a check");
  private static final Text REPLACED = Text.of("已换发新证", "A new one has taken its place");

  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final OpenPart openPart;
  private final Cases cases;
  private final Credentials credentials;
  private final Notices notices;
  private final OutcomeClaims claims;
  private final HandlingStore handling;

  FollowCases(
      SubmissionStore store,
      WantedMaker wanted,
      OpenPart openPart,
      Cases cases,
      Credentials credentials,
      Notices notices,
      OutcomeClaims claims,
      HandlingStore handling) {
    this.handling = handling;
    this.claims = claims;
    this.store = store;
    this.wanted = wanted;
    this.openPart = openPart;
    this.cases = cases;
    this.credentials = credentials;
    this.notices = notices;
  }

  @EventListener
  void follow(CaseMoved moved) {
    store.findByCase(moved.now().number()).ifPresent(sent -> follow(sent, moved));
  }

  private void follow(Submission sent, CaseMoved moved) {
    List<Part> parts = store.listParts(sent.id());
    Part part =
        parts.stream()
            .filter(one -> moved.now().number().equals(one.number()))
            .findFirst()
            .orElseThrow();
    handling.keep(moved);
    if (cases.granted(moved.now()) && part.granted() == null) {
      issue(sent, part, moved.now());
      openWaiting(sent, parts, part.matter());
    }
    if (moved.action().equals(REVOKE) && part.credential() != null) {
      Text reason = moved.tell() == null ? REVOKED : moved.tell();
      credentials.revoke(part.credential(), reason, Actor.SYSTEM);
    }
    if (moved.tell() != null) {
      tell(sent, moved.now(), moved.tell());
    }
  }

  private void issue(Submission sent, Part part, Case granted) {
    Matter matter = wanted.get(Target.matter(part.matter())).matter(part.matter());
    store.granted(
        granted.number(), granted.clocks().stepSince(), credential(sent, matter, granted));
  }

  private @Nullable UUID credential(Submission sent, Matter matter, Case granted) {
    Matter.Outcome outcome = matter.outcome();
    if (outcome.credential() == null) {
      return null;
    }
    UUID issued =
        credentials
            .issue(
                new NewCredential(
                    outcome.credential(),
                    sent.party(),
                    claims.of(sent, matter, granted),
                    null,
                    granted.number(),
                    Actor.SYSTEM))
            .id();
    replace(sent, matter);
    return issued;
  }

  /**
   * The credential that the new one takes the place of is revoked, if it was fetched and counts.
   */
  private void replace(Submission sent, Matter matter) {
    String evidence = matter.outcome().replaces();
    Supply old = evidence == null ? null : sent.filled().supplies().get(evidence);
    if (old == null || old.id() == null || old.way() != Filled.Way.FETCH) {
      return;
    }
    matter.evidence().stream()
        .filter(one -> one.id().equals(evidence))
        .flatMap(one -> credentials.usable(sent.party(), String.valueOf(one.credential())).stream())
        .filter(credential -> credential.id().equals(old.id()))
        .forEach(credential -> credentials.revoke(credential.id(), REPLACED, Actor.SYSTEM));
  }

  /** Opens what waited for the matter just granted and for nothing else any more. */
  private void openWaiting(Submission sent, List<Part> parts, String granted) {
    Set<String> done =
        parts.stream()
            .filter(part -> part.matter().equals(granted) || part.granted() != null)
            .map(Part::matter)
            .collect(Collectors.toSet());
    for (Part part : parts) {
      if (part.number() == null && done.containsAll(part.waitsFor())) {
        openPart.open(sent, wanted.get(sent.target()), part.matter(), Actor.SYSTEM);
      }
    }
  }

  private void tell(Submission sent, Case now, Text says) {
    Text title = Text.of("您的办件有新进展", "News about your application");
    Text words =
        Text.of(
            "%s（%s）：%s".formatted(now.about().title().zh(), now.number(), says.zh()),
            "%s (%s): %s".formatted(now.about().title().en(), now.number(), says.en()));
    notices.tell(
        new NewNotice(
            Recipient.account(sent.account(), sent.language()),
            Way.WEB,
            title,
            words,
            now.subject()));
  }
}
