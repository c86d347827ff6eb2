package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.credential.CheckedPaper;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/**
 * An officer has compared an upload with the original: it becomes a credential of its holder, and
 * the next application fetches it (一次核验，再次免交).
 */
@Component
class KeepChecked {
  private final Cases cases;
  private final SubmissionStore store;
  private final PaperStore papers;
  private final WantedMaker wanted;
  private final Credentials credentials;
  private final Accounts accounts;
  private final TellApplicant applicant;

  KeepChecked(
      Cases cases,
      SubmissionStore store,
      PaperStore papers,
      WantedMaker wanted,
      Credentials credentials,
      Accounts accounts,
      TellApplicant applicant) {
    this.cases = cases;
    this.store = store;
    this.papers = papers;
    this.wanted = wanted;
    this.credentials = credentials;
    this.accounts = accounts;
    this.applicant = applicant;
  }

  /** An upload that may be kept, with the case it lies in. */
  record Keepable(Submission sent, Case of, Evidence evidence, Paper paper) {}

  /**
   * @throws RefusedException MISSING unless it is an upload of this case that its matter lets keep
   *     and nobody has kept yet; FORBIDDEN for whoever cannot act on the case now
   */
  Keepable keepable(String number, UUID id, Viewer viewer) {
    Case of = cases.get(number, viewer);
    Submission sent = store.findByCase(number).orElseThrow(SubmissionRefusals::submissionMissing);
    if (cases.offers(of, Mover.of(viewer)).isEmpty()) {
      throw Viewer.forbidden();
    }
    Paper paper = papers.find(id).orElseThrow(SubmissionRefusals::submissionMissing);
    return evidence(of, sent, id)
        .filter(one -> papers.findKept(id).isEmpty())
        .map(evidence -> new Keepable(sent, of, evidence, paper))
        .orElseThrow(SubmissionRefusals::submissionMissing);
  }

  private Optional<Evidence> evidence(Case of, Submission sent, UUID paper) {
    return wanted
        .get(Target.matter(of.about().category()))
        .evidence(sent.filled().answers())
        .stream()
        .filter(Evidence::keep)
        .filter(one -> isUpload(sent.filled().supplies().get(one.id()), paper))
        .findFirst();
  }

  static boolean isUpload(@Nullable Supply supply, UUID paper) {
    return supply != null && supply.way() == Way.UPLOAD && paper.equals(supply.id());
  }

  /**
   * @throws RefusedException MISSING if a colleague kept it a moment before
   */
  @Transactional
  Credential keep(Keepable of, Viewer viewer) {
    if (!papers.lockUnkept(of.paper().id())) {
      throw SubmissionRefusals.submissionMissing();
    }
    Actor by = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    Credential kept =
        credentials.keep(
            new CheckedPaper(
                of.sent().party(),
                of.evidence().name().zh(),
                of.paper().type(),
                papers.content(of.paper()),
                of.evidence().keepFor(),
                unit(of.of(), viewer),
                of.of().number(),
                by));
    papers.kept(of.paper().id(), kept.id());
    applicant.tell(of.sent(), TITLE, words(of.evidence()), "credential:" + kept.id());
    return kept;
  }

  private String unit(Case of, Viewer viewer) {
    return Optional.ofNullable(viewer.account())
        .map(UUID::fromString)
        .flatMap(accounts::findAccount)
        .map(Account::unit)
        .or(() -> Optional.ofNullable(of.unit()))
        .orElseGet(
            () ->
                wanted
                    .get(Target.matter(of.about().category()))
                    .matter(of.about().category())
                    .unit());
  }

  private static final Text TITLE = Text.of("材料已存入您的证照", "A paper was added to your credentials");

  private static Text words(Evidence evidence) {
    return Text.of(
        "“" + evidence.name().zh() + "”已与原件核对，以后办事可以直接调取，不用再交。",
        "“"
            + evidence.name().en()
            + "” was compared with the original; from now on it is fetched, you need not give it again.");
  }
}
