package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter.Evidence;
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

  AnswerSheet(SubmissionStore store, WantedMaker wanted, AnswerNotes notes, AccessLog access) {
    this.store = store;
    this.wanted = wanted;
    this.notes = notes;
    this.access = access;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return store.findByCase(of.number()).map(sent -> sheet(of, sent, viewer, page));
  }

  private Sheet sheet(Case of, Submission sent, Viewer viewer, Page page) {
    access.read(
        viewer, of.subject(), "party:" + sent.party(), page.t("办理 ", "Working on ") + of.number());
    Wanted own = wanted.get(Target.matter(of.about().category()));
    Filled filled = sent.filled();
    List<SummaryRow> rows = new ArrayList<>();
    for (Part part : own.questions().open(filled.answers())) {
      for (Field field : part.fields()) {
        String words = AnswerWords.of(page, field, filled.answers());
        String source =
            filled.sourceOf(field.id()) == null ? "" : page.t("（预填）", " (as prefilled)");
        rows.add(SummaryRow.of(page.t(field.label()), words.isEmpty() ? "" : words + source));
      }
    }
    for (Evidence evidence : own.evidence(filled.answers())) {
      rows.add(SummaryRow.of(page.t(evidence.name()), given(page, filled, evidence)));
    }
    rows.addAll(notes.rows(page, sent, own));
    List<Link> links = new ArrayList<>(notes.links(page, of, sent, own));
    if (of.position().waiting()) {
      links.add(
          Link.of(
              page.t("逐项一次告知补正", "Ask for what is missing, item by item"),
              "/cases/" + of.number() + "/supplement"));
    }
    return new Sheet(page.t("申请内容", "The application"), rows, links);
  }

  private static String given(Page page, Filled filled, Evidence evidence) {
    Supply supply = filled.supplies().get(evidence.id());
    if (supply == null) {
      return "";
    }
    Map<String, String> claims = filled.fetched().getOrDefault(evidence.id(), Map.of());
    String words = page.t(EvidenceWords.of(supply.way()));
    return claims.isEmpty()
        ? words
        : words + page.t("：", ": ") + String.join(page.t("，", ", "), claims.values());
  }
}
