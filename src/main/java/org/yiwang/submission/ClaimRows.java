package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.credential.ClaimWords;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.Filled.Supply;

/**
 * What credentials say, on an officer's sheet (证照要素): those that papers of the application were
 * fetched from, and what earlier matters of a bundle gave. Identifiers are hidden in part unless
 * the whole is asked for.
 */
@Component
class ClaimRows {
  private final OutcomeClaims claims;
  private final CredentialTypes types;
  private final ClaimWords words;

  ClaimRows(OutcomeClaims claims, CredentialTypes types, ClaimWords words) {
    this.claims = claims;
    this.types = types;
    this.words = words;
  }

  /** Each paper that the officer's own matter asks for, and how it was given. */
  List<SummaryRow> rows(Page page, Wanted own, Filled filled, boolean whole) {
    return own.evidence(filled.answers()).stream()
        .map(one -> SummaryRow.of(page.t(one.name()), given(page, filled, one, whole)))
        .toList();
  }

  /** What earlier matters of the application gave to this one. */
  List<SummaryRow> before(Page page, Matter matter, Submission sent, boolean whole) {
    String type = String.valueOf(matter.outcome().credential());
    List<SummaryRow> rows = new ArrayList<>();
    claims
        .before(sent, matter)
        .forEach(
            (claim, value) ->
                rows.add(
                    SummaryRow.of(
                        name(page, type, claim), value(page, type, claim, value, whole))));
    return rows;
  }

  private String given(Page page, Filled filled, Evidence evidence, boolean whole) {
    Supply supply = filled.supplies().get(evidence.id());
    if (supply == null) {
      return evidence.credential() == null
          ? ""
          : page.t("由同一申请中先办好的事项提供", "From a matter of this application that was granted before");
    }
    String type = String.valueOf(evidence.credential());
    Map<String, String> fetched = filled.fetchedFor(evidence);
    String way = page.t(EvidenceWords.of(filled, evidence.id()));
    return fetched.isEmpty()
        ? way
        : way
            + page.t("：", ": ")
            + fetched.entrySet().stream()
                .map(one -> value(page, type, one.getKey(), one.getValue(), whole))
                .collect(Collectors.joining(page.t("，", ", ")));
  }

  private String value(Page page, String type, String claim, String value, boolean whole) {
    boolean identifier =
        types
            .findType(type)
            .flatMap(one -> one.findClaim(claim))
            .filter(one -> one.sort() == CredentialType.Kind.IDENTIFIER)
            .isPresent();
    return identifier && !whole
        ? MaskedAnswers.identifier(value)
        : page.t(words.of(type, claim, value));
  }

  private String name(Page page, String type, String claim) {
    return types
        .findType(type)
        .flatMap(one -> one.findClaim(claim))
        .map(one -> page.t(one.name()))
        .orElse(claim);
  }
}
