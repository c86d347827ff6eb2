package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.credential.AskElsewhere;
import org.yiwang.credential.AskableRegion;
import org.yiwang.credential.AskedElsewhere;
import org.yiwang.credential.CheckAnswer;
import org.yiwang.credential.CheckedElsewhere;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.LeadElsewhere;
import org.yiwang.credential.TakeAnswer;
import org.yiwang.credential.TakenElsewhere;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Fetches a paper from the applicant's wallet in another region by a request link (到外地卡包调取): asked
 * for what the matter declares and nothing else; what comes back is looked at, then used up and
 * kept with the draft in one transaction, or neither.
 */
@Component
class FetchElsewhere {
  private static final Text NO_SUCH =
      Text.of("这份申请不需要这份材料。", "This application needs no such paper.");
  private static final Text BACK = Text.of("请回到材料页。", "Go back to the page of papers.");

  private final Credentials credentials;
  private final Way way;
  private final PasteElsewhere paste;
  private final Drafts drafts;
  private final TransactionOperations transaction;

  FetchElsewhere(
      Credentials credentials,
      Way way,
      PasteElsewhere paste,
      Drafts drafts,
      TransactionOperations transaction) {
    this.credentials = credentials;
    this.way = way;
    this.paste = paste;
    this.drafts = drafts;
    this.transaction = transaction;
  }

  /** There and back, one use case each. */
  @Component
  record Way(AskElsewhere ask, LeadElsewhere lead, CheckAnswer check, TakeAnswer take) {}

  List<AskableRegion> regions(Evidence evidence) {
    return evidence.credential() == null
        ? List.of()
        : credentials.askableRegions(evidence.credential());
  }

  private static String returnTo(Drafts.Open open, Evidence evidence) {
    return open.draft().href() + "/elsewhere/" + evidence.id() + "/";
  }

  /**
   * @param pressed the evidence and the region's address, as the button says them
   * @return the page that leads there
   */
  String ask(Drafts.Open open, Viewer viewer, String pressed) {
    String[] parts = pressed.split(" ", 2);
    Evidence evidence = evidence(open, parts[0]);
    Actor by = new Actor(Actor.Kind.RESIDENT, viewer.account(), viewer.name());
    String returnTo = returnTo(open, evidence);
    try {
      String region = parts.length == 2 ? parts[1] : "";
      return returnTo + way.ask().ask(region, paste.needed(open, evidence), returnTo, by);
    } catch (RefusedException refused) {
      throw PasteElsewhere.at(evidence, refused);
    }
  }

  AskedElsewhere get(Drafts.Open open, Evidence evidence, UUID id) {
    return way.lead().get(id, returnTo(open, evidence));
  }

  /**
   * Takes what the applicant came back with.
   *
   * @throws RefusedException with the field of this evidence
   */
  void take(Drafts.Open open, Evidence evidence, UUID id, String code) {
    try {
      CheckedElsewhere checked =
          way.check().check(id, returnTo(open, evidence), code, paste.needed(open, evidence));
      transaction.executeWithoutResult(
          state -> {
            TakenElsewhere taken = way.take().take(id, checked);
            drafts.save(open, open.draft().filled().taken(evidence.id(), taken));
          });
    } catch (RefusedException refused) {
      throw PasteElsewhere.at(evidence, refused);
    }
  }

  /** A paper that this draft asks for. */
  static Evidence evidence(Drafts.Open open, String id) {
    return open.evidence().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.of(Refusal.Kind.MISSING, "evidence-missing", NO_SUCH, BACK)));
  }
}
