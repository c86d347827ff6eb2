package org.yiwang.submission;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.credential.CheckedElsewhere;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NeededElsewhere;
import org.yiwang.credential.TakenElsewhere;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Takes what the applicant presented in another region's wallet and pasted here (异地证照): looked at
 * first, then used up and kept with the draft in one transaction, or neither.
 */
@Component
class PasteElsewhere {
  private final Credentials credentials;
  private final Holdings holdings;
  private final Drafts drafts;
  private final TransactionOperations transaction;

  PasteElsewhere(
      Credentials credentials,
      Holdings holdings,
      Drafts drafts,
      TransactionOperations transaction) {
    this.transaction = transaction;
    this.credentials = credentials;
    this.holdings = holdings;
    this.drafts = drafts;
  }

  static String field(Evidence evidence) {
    return "elsewhere-" + evidence.id();
  }

  /** Whether it is agreed with any region that its credentials count as this evidence. */
  boolean agreed(Evidence evidence) {
    return evidence.credential() != null
        && !credentials.regionsFor(evidence.credential()).isEmpty();
  }

  /**
   * @throws RefusedException INVALID with the field of this evidence; OUTDATED if the draft was
   *     changed meanwhile
   */
  Drafts.Open take(Drafts.Open open, Evidence evidence, String token) {
    try {
      CheckedElsewhere checked = credentials.checkElsewhere(token, needed(open, evidence));
      return Objects.requireNonNull(transaction.execute(state -> keep(open, evidence, checked)));
    } catch (RefusedException refused) {
      throw at(evidence, refused);
    }
  }

  NeededElsewhere needed(Drafts.Open open, Evidence evidence) {
    return new NeededElsewhere(
        String.valueOf(evidence.credential()),
        evidence.claims(),
        open.wanted().name(),
        holdings.wallets(open));
  }

  /** The same refusal, at the field of this evidence. */
  static RefusedException at(Evidence evidence, RefusedException refused) {
    return new RefusedException(
        refused.refusals().stream()
            .map(
                one -> new Refusal(one.kind(), one.code(), field(evidence), one.says(), one.next()))
            .toList());
  }

  private Drafts.Open keep(Drafts.Open open, Evidence evidence, CheckedElsewhere checked) {
    TakenElsewhere taken = credentials.takeElsewhere(checked);
    return drafts.save(open, open.draft().filled().taken(evidence.id(), taken));
  }
}
