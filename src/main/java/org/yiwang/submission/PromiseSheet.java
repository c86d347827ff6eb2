package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;

/** The promise and the answers of its application, on the page of the case that checks it. */
@Component
class PromiseSheet implements CaseSheet {
  private final PromiseStore promises;
  private final SubmissionStore store;
  private final WantedMaker wanted;
  private final SentLook look;

  PromiseSheet(PromiseStore promises, SubmissionStore store, WantedMaker wanted, SentLook look) {
    this.promises = promises;
    this.store = store;
    this.wanted = wanted;
    this.look = look;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return promises.findByCheck(of.number()).map(found -> sheet(of, found, viewer, page, false));
  }

  @Override
  @Transactional
  public Optional<Sheet> findWhole(Case of, Viewer viewer, Page page) {
    return promises.findByCheck(of.number()).map(found -> sheet(of, found, viewer, page, true));
  }

  @Override
  public boolean namesParty(Case of) {
    return promises.findByCheck(of.number()).isPresent();
  }

  private Sheet sheet(Case of, SignedPromise promise, Viewer viewer, Page page, boolean whole) {
    Submission sent = store.find(promise.submission()).orElseThrow();
    Text checking = Text.of("核查承诺 %s", "Checking a promise, %s").with(of.number());
    look.write(viewer, of, sent, whole ? CaseSheet.inFull(of) : checking);
    List<SummaryRow> rows = new ArrayList<>();
    rows.add(SummaryRow.of(page.t("承诺", "Promise"), page.t(promise.words().text())));
    rows.add(SummaryRow.of(page.t("不实的后果", "If it is not true"), page.t(promise.words().broken())));
    rows.add(SummaryRow.of(page.t("签署", "Signed"), page.dateTime(promise.signed())));
    rows.add(
        SummaryRow.of(
            page.t("核查方式", "How it is checked"),
            promise.way() == null ? "" : page.t(promise.way().words())));
    rows.addAll(answered(page, promise, sent.filled().answers(), whole));
    return new Sheet(
        page.t("承诺和申请内容", "The promise and the application"), rows, links(page, promise));
  }

  private List<SummaryRow> answered(
      Page page, SignedPromise promise, Answers answers, boolean whole) {
    List<SummaryRow> rows = new ArrayList<>();
    Wanted own = wanted.get(Target.matter(promise.matter()));
    for (Part part : own.questions().open(answers)) {
      Answers shown = whole ? answers : MaskedAnswers.numbersOf(part.fields(), answers);
      part.fields()
          .forEach(
              field ->
                  rows.add(
                      SummaryRow.of(page.t(field.label()), AnswerWords.of(page, field, shown))));
    }
    return rows;
  }

  private List<Link> links(Page page, SignedPromise promise) {
    List<Link> links = new ArrayList<>();
    store.listParts(promise.submission()).stream()
        .filter(part -> part.matter().equals(promise.matter()) && part.number() != null)
        .forEach(
            part ->
                links.add(
                    Link.of(
                        page.t("原申请 ", "The application ") + part.number(),
                        "/cases/" + part.number())));
    links.add(
        Link.of(
            page.t("封存凭条", "Sealed receipts"), "/journal/receipts?subject=" + promise.subject()));
    return links;
  }
}
