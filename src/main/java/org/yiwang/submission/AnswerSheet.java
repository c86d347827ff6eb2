package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.casework.Cases;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.Filled.Supply;

/**
 * The answers and papers of an application on the officer's case page. Of a bundle's form an
 * officer sees what the own matter asks, and nothing else; each look is written into the access
 * log.
 */
@Component
class AnswerSheet implements CaseSheet {
  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final AnswerNotes notes;
  private final AccessLog access;
  private final GrantAtOnce grantAtOnce;
  private final OutcomeClaims claims;
  private final CredentialTypes types;
  private final Cases cases;
  private final ActingWords acting;

  AnswerSheet(
      SubmissionStore store,
      WantedMaker wanted,
      AnswerNotes notes,
      AccessLog access,
      GrantAtOnce grantAtOnce,
      OutcomeClaims claims,
      CredentialTypes types,
      Cases cases,
      ActingWords acting) {
    this.acting = acting;
    this.claims = claims;
    this.types = types;
    this.grantAtOnce = grantAtOnce;
    this.store = store;
    this.wanted = wanted;
    this.notes = notes;
    this.access = access;
    this.cases = cases;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return store.findByCase(of.number()).map(sent -> sheet(of, sent, viewer, page));
  }

  private Sheet sheet(Case of, Submission sent, Viewer viewer, Page page) {
    access.read(
        viewer,
        AccessLog.Sight.ofParty(of.subject(), sent.party()),
        page.t("办理 ", "Working on ") + of.number());
    Wanted own = wanted.get(Target.matter(of.about().category()));
    Filled filled = sent.filled();
    List<SummaryRow> rows = new ArrayList<>(acting(page, sent));
    for (Part part : own.questions().open(filled.answers())) {
      for (Field field : part.fields()) {
        String words = AnswerWords.of(page, field, filled.answers());
        String source =
            filled.sourceOf(field.id()) == null ? "" : page.t("（预填）", " (as prefilled)");
        rows.add(SummaryRow.of(page.t(field.label()), words.isEmpty() ? "" : words + source));
      }
    }
    Matter matter = own.matter(of.about().category());
    claims
        .before(sent, matter)
        .forEach((claim, value) -> rows.add(SummaryRow.of(name(page, matter, claim), value)));
    GrantAtOnce.Weighed weighed = grantAtOnce.findWeighed(sent).get(of.number());
    if (weighed != null) {
      rows.add(weighed(page, weighed));
    }
    for (Evidence evidence : own.evidence(filled.answers())) {
      rows.add(SummaryRow.of(page.t(evidence.name()), given(page, filled, evidence)));
    }
    rows.addAll(notes.rows(page, sent, own));
    List<Link> links = new ArrayList<>(notes.links(page, of, sent, own));
    if (of.position().waiting() && cases.find(of.number(), viewer).isPresent()) {
      links.add(
          Link.of(
              page.t("逐项一次告知补正", "Ask for what is missing, item by item"),
              "/cases/" + of.number() + "/supplement"));
    }
    return new Sheet(page.t("申请内容", "The application"), rows, links);
  }

  private List<SummaryRow> acting(Page page, Submission sent) {
    String by = acting.of(page, sent);
    return by == null ? List.of() : List.of(SummaryRow.of(page.t("代办", "On behalf"), by));
  }

  private String name(Page page, Matter matter, String claim) {
    return types
        .findType(String.valueOf(matter.outcome().credential()))
        .flatMap(type -> type.findClaim(claim))
        .map(found -> page.t(found.name()))
        .orElse(claim);
  }

  private static SummaryRow weighed(Page page, GrantAtOnce.Weighed weighed) {
    List<Text> told = weighed.granted() ? weighed.met() : weighed.unmet();
    return SummaryRow.of(
        weighed.granted()
            ? page.t("系统当场办结，符合：", "Granted by the program; these hold:")
            : page.t("没有当场办结，未能确认：", "Not granted on the spot; not confirmed:"),
        told.stream().map(page::t).collect(Collectors.joining(page.t("；", "; "))));
  }

  private static String given(Page page, Filled filled, Evidence evidence) {
    Supply supply = filled.supplies().get(evidence.id());
    if (supply == null) {
      return evidence.credential() == null
          ? ""
          : page.t("由同一申请中先办好的事项提供", "From a matter of this application that was granted before");
    }
    Map<String, String> claims = filled.fetched().getOrDefault(evidence.id(), Map.of());
    String words = page.t(EvidenceWords.of(supply.way()));
    return claims.isEmpty()
        ? words
        : words + page.t("：", ": ") + String.join(page.t("，", ", "), claims.values());
  }
}
