package org.yiwang.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.credential.AskableRegion;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** The part of the page of papers about credentials of other regions (异地证照). */
@Component
class ElsewhereWays {
  private final Credentials credentials;
  private final Holdings holdings;
  private final Drafts drafts;
  private final PasteElsewhere paste;
  private final FetchElsewhere fetch;

  ElsewhereWays(
      Credentials credentials,
      Holdings holdings,
      Drafts drafts,
      PasteElsewhere paste,
      FetchElsewhere fetch) {
    this.fetch = fetch;
    this.credentials = credentials;
    this.holdings = holdings;
    this.drafts = drafts;
    this.paste = paste;
  }

  /**
   * How to present it in the wallet there.
   *
   * @param wallets where it can be fetched by a request link
   * @param claims what to tick
   * @param address to whom: this district's public address
   * @param purpose what to write
   * @param pasted what was pasted and not taken
   * @param taken whether it was presented there before
   */
  record Asking(
      String field,
      String evidence,
      String paper,
      List<AskableRegion> wallets,
      String regions,
      String claims,
      String address,
      String purpose,
      String pasted,
      boolean taken) {}

  /**
   * Papers that one trip to a region brings together.
   *
   * @param papers as the button names them
   * @param names what they are called
   */
  record Together(AskableRegion region, String papers, List<String> names) {}

  /** Where one trip brings more than one paper. */
  List<Together> together(Page page, Drafts.Open open) {
    return open.evidence().stream()
        .flatMap(one -> fetch.regions(one).stream())
        .distinct()
        .map(region -> together(page, region, fetch.together(open, region.url())))
        .filter(one -> one.names().size() > 1)
        .toList();
  }

  private static Together together(Page page, AskableRegion region, List<Evidence> papers) {
    List<String> names = papers.stream().map(one -> page.t(one.name())).toList();
    return new Together(region, FetchElsewhere.ids(papers), names);
  }

  boolean agreed(Evidence evidence) {
    return paste.agreed(evidence);
  }

  /** With whom it is agreed, in words. */
  String regions(Page page, Evidence evidence) {
    List<Text> names = credentials.regionsFor(String.valueOf(evidence.credential()));
    return String.join(page.t("、", ", "), names.stream().map(page::t).toList());
  }

  @Nullable Asking asking(Page page, Drafts.Open open, Evidence evidence, String pasted) {
    if (!agreed(evidence)) {
      return null;
    }
    return new Asking(
        PasteElsewhere.field(evidence),
        evidence.id(),
        page.t(evidence.name()),
        fetch.regions(evidence),
        regions(page, evidence),
        String.join(page.t("、", ", "), holdings.claimNames(page, evidence)),
        credentials.address(),
        page.t(open.wanted().name()),
        pasted,
        open.draft().filled().elsewhere(evidence.id()).isPresent());
  }

  /** Makes the request that a pressed button asks for; where the applicant goes on. */
  String ask(UUID id, Viewer viewer, String pressed) {
    return fetch.ask(drafts.get(id, viewer), viewer, pressed);
  }

  /**
   * Takes all that was pasted, each by itself.
   *
   * @param refusals gets what was refused
   * @return what was pasted and not taken, by evidence
   */
  Map<String, String> take(UUID id, Viewer viewer, Sent sent, List<Refusal> refusals) {
    Map<String, String> left = new HashMap<>();
    for (Evidence evidence : drafts.get(id, viewer).evidence()) {
      String pasted = sent.value(PasteElsewhere.field(evidence));
      if (pasted != null && !pasted.isBlank() && agreed(evidence)) {
        try {
          paste.take(drafts.get(id, viewer), evidence, pasted);
        } catch (RefusedException refused) {
          refusals.addAll(refused.refusals());
          left.put(evidence.id(), pasted);
        }
      }
    }
    return left;
  }
}
