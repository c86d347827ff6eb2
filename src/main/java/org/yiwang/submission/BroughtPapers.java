package org.yiwang.submission;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.TakenElsewhere;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Page;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/**
 * What the page of papers says of one that is there already (已有的材料): what it is and from where, so
 * that nobody is shown how to bring what they have brought.
 */
@Component
class BroughtPapers {
  private final Holdings holdings;
  private final ConsentWords consent;

  BroughtPapers(Holdings holdings, ConsentWords consent) {
    this.holdings = holdings;
    this.consent = consent;
  }

  /** In words; empty while it is still to be brought, or counts no more. */
  Optional<String> find(Page page, Drafts.Open open, Evidence evidence) {
    Filled filled = open.draft().filled();
    return filled
        .elsewhere(evidence.id())
        .map(taken -> elsewhere(page, taken))
        .or(() -> ofWallet(page, open, evidence));
  }

  private static String elsewhere(Page page, TakenElsewhere taken) {
    return page.t("已从外地证照取得：", "Taken from another region: ")
        + page.t(taken.issuer())
        + page.t("，", ", ")
        + page.t(taken.name())
        + page.t("：", ": ")
        + String.join(page.t("，", ", "), taken.claims().values());
  }

  private Optional<String> ofWallet(Page page, Drafts.Open open, Evidence evidence) {
    Supply supply = open.draft().filled().supplies().get(evidence.id());
    return supply == null || supply.way() != Way.FETCH || supply.id() == null
        ? Optional.empty()
        : holdings
            .find(open, evidence, supply.id())
            .map(found -> ofWallet(page, open, evidence, found));
  }

  private String ofWallet(Page page, Drafts.Open open, Evidence evidence, Credential found) {
    String from =
        open.acting().own()
            ? page.t("已选从我的证照调取：", "To be fetched from my credentials: ")
            : page.t("已选从证照调取：", "To be fetched from a credential: ");
    return from + consent.fetching(page, open, evidence, found);
  }
}
