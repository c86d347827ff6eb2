package org.yiwang.submission;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.casework.Cases;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * Follows the cases of applications: what is granted becomes a credential (制证), what waited for it
 * is opened, and the person is told; all in the transaction of the step.
 */
@Component
class FollowCases {
  /** The groups that {@link OpenPart} gives its cases. */
  private static final Set<String> KINDS =
      Stream.of(Matter.Kind.values()).map(Matter.Kind::name).collect(Collectors.toSet());

  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final OpenPart openPart;
  private final Cases cases;
  private final GrantGuard grantGuard;
  private final IssueOutcome issueOutcome;
  private final TellApplicant applicant;
  private final HandlingStore handling;
  private final NoteDone noteDone;
  private final SupplementStore supplements;
  private final OweAgain oweAgain;

  FollowCases(
      SubmissionStore store,
      WantedMaker wanted,
      OpenPart openPart,
      Cases cases,
      GrantGuard grantGuard,
      IssueOutcome issueOutcome,
      TellApplicant applicant,
      HandlingStore handling,
      NoteDone noteDone,
      SupplementStore supplements,
      OweAgain oweAgain) {
    this.oweAgain = oweAgain;
    this.noteDone = noteDone;
    this.supplements = supplements;
    this.handling = handling;
    this.store = store;
    this.wanted = wanted;
    this.openPart = openPart;
    this.cases = cases;
    this.grantGuard = grantGuard;
    this.issueOutcome = issueOutcome;
    this.applicant = applicant;
  }

  @EventListener
  void follow(CaseMoved moved) {
    if (!KINDS.contains(moved.now().about().group())) {
      return; // no matter's case: no question to the database for every move of it
    }
    store.findByCase(moved.now().number()).ifPresent(sent -> follow(sent, moved));
  }

  private void follow(Submission sent, CaseMoved moved) {
    List<Part> parts = store.listParts(sent.id());
    Part part =
        parts.stream()
            .filter(one -> moved.now().number().equals(one.number()))
            .findFirst()
            .orElseThrow();
    requireItems(moved);
    handling.keep(moved);
    if (cases.granted(moved.now()) && part.granted() == null) {
      issue(sent, part, moved.now());
      openWaiting(store.find(sent.id()).orElseThrow(), parts, part.matter());
    }
    if (cases.cameBack(moved)) {
      oweAgain.owe(sent);
    }
    Text news = moved.news();
    if (news != null) {
      applicant.tell(
          sent, Text.of("您的办件有新进展", "News about your application"), news, moved.now().subject());
    }
  }

  /** Nobody is asked for what is not said: whoever asks has named each item before. */
  private void requireItems(CaseMoved moved) {
    if (moved.action().equals(AskSupplement.ACTION)
        && supplements.listOpen(moved.now().number()).isEmpty()) {
      throw new RefusedException(List.of(AskSupplement.nothing()));
    }
  }

  private void issue(Submission sent, Part part, Case granted) {
    grantGuard.check(sent, part.matter());
    store.granted(
        granted.number(),
        granted.clocks().stepSince(),
        issueOutcome.issue(sent, part.matter(), granted.number()));
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
        Case opened = openPart.open(sent, wanted.get(sent.target()), part.matter(), Actor.SYSTEM);
        noteDone.begun(sent, opened.number());
      }
    }
  }
}
