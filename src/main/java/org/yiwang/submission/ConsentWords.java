package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.Recipients.Recipient;

/**
 * The words by which somebody agrees that credentials are fetched (授权调取的话): what of it, by which
 * unit, what for, how often and how long. {@link UseCredentials} does just that.
 */
@Component
class ConsentWords {
  private final Recipients recipients;
  private final Holdings holdings;
  private final Units units;

  ConsentWords(Recipients recipients, Holdings holdings, Units units) {
    this.recipients = recipients;
    this.holdings = holdings;
    this.units = units;
  }

  /** Units that read the same of it. */
  record Readers(String units, String claims) {}

  /**
   * The consent to one credential.
   *
   * @param name of the credential
   */
  record Consent(String name, List<Readers> readers) {}

  /** For each paper that is fetched. */
  List<Consent> consents(Page page, Drafts.Open open) {
    List<Consent> consents = new ArrayList<>();
    for (Evidence evidence : open.evidence()) {
      Supply supply = open.draft().filled().supplies().get(evidence.id());
      if (supply != null && supply.way() == Way.FETCH && supply.id() != null) {
        holdings
            .find(open, evidence, supply.id())
            .ifPresent(
                found ->
                    consents.add(
                        new Consent(page.t(found.name()), readers(page, open, evidence, found))));
      }
    }
    return consents;
  }

  /** What may be read of it and by whom, for the place where it is chosen. */
  String fetching(Page page, Drafts.Open open, Evidence evidence, Credential found) {
    List<Readers> readers = readers(page, open, evidence, found);
    List<String> words = new ArrayList<>();
    for (Readers one : readers) {
      words.add(
          page.t(
              "给%s看：%s".formatted(one.units(), one.claims()),
              "to be read by %s: %s".formatted(one.units(), one.claims())));
    }
    return page.t(found.name()) + page.t("，只", "; only ") + String.join(page.t("；", "; "), words);
  }

  /** What for, how often and how long. */
  static Text terms(Wanted wanted) {
    long minutes = UseCredentials.LASTS.toMinutes();
    return Text.of(
        "只用于“%s”，每个单位只用一次。授权从提交起 %d 分钟内有效，用过即失效；取到的内容随这次申请保存。每次使用都记在“我的证照”里，您随时可查。"
            .formatted(wanted.name().zh(), minutes),
        ("Only for “%s”, once by each unit. The consent counts for %d minutes from sending and ends"
                + " when used; what was read stays with this application. Each use is listed with"
                + " the credential in the wallet, for you to see.")
            .formatted(wanted.name().en(), minutes));
  }

  private List<Readers> readers(Page page, Drafts.Open open, Evidence evidence, Credential found) {
    Map<Set<String>, List<String>> byClaims = new LinkedHashMap<>();
    for (Recipient one : recipients.of(open, evidence, found.id())) {
      byClaims.computeIfAbsent(one.claims(), claims -> new ArrayList<>()).add(name(page, one));
    }
    String comma = page.t("、", ", ");
    return byClaims.entrySet().stream()
        .map(
            one ->
                new Readers(
                    String.join(comma, one.getValue()),
                    String.join(comma, holdings.claimNames(page, one.getKey(), found))))
        .toList();
  }

  private String name(Page page, Recipient recipient) {
    return units.findUnit(recipient.unit()).map(Unit::name).map(page::t).orElse(recipient.unit());
  }
}
