package org.yiwang.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matters;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.CorrectionStore.Change;
import org.yiwang.submission.CorrectionStore.Correction;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/**
 * What stands beside the answers on an officer's sheet (附注): what was put right, what is still to
 * come, what was promised, and whether an earlier promise was broken.
 */
@Component
class AnswerNotes {
  private final PromiseStore promises;
  private final OwedStore owed;
  private final CorrectionStore corrections;
  private final PaperStore papers;
  private final Matters matters;
  private final DistrictTime time;
  private final FormerCredential formerCredential;

  AnswerNotes(
      PromiseStore promises,
      OwedStore owed,
      CorrectionStore corrections,
      PaperStore papers,
      Matters matters,
      DistrictTime time,
      FormerCredential formerCredential) {
    this.formerCredential = formerCredential;
    this.promises = promises;
    this.owed = owed;
    this.corrections = corrections;
    this.papers = papers;
    this.matters = matters;
    this.time = time;
  }

  /** That the one whose place the outcome takes was revoked since, while it is to be decided. */
  List<SummaryRow> revoked(Page page, Case of, Submission sent, Matter matter) {
    return of.clocks().closed() != null
        ? List.of()
        : formerCredential
            .findRevoked(sent, matter)
            .map(FormerCredential::revoked)
            .map(says -> SummaryRow.of(page.t("请注意", "Please note"), page.t(says)))
            .stream()
            .toList();
  }

  /** Only about what the officer's own matter asks for. */
  List<SummaryRow> rows(Page page, Submission sent, Wanted own, boolean whole) {
    Set<String> evidence = new HashSet<>();
    own.evidence(sent.filled().answers()).forEach(one -> evidence.add(one.id()));
    List<SummaryRow> rows = new ArrayList<>(corrected(page, sent, own, whole));
    owed.list(sent.id()).stream()
        .filter(one -> evidence.contains(one.evidence()))
        .forEach(one -> rows.add(row(page, one)));
    promises.listOf(sent.id()).stream()
        .filter(one -> evidence.contains(one.evidence()))
        .forEach(one -> rows.add(row(page, one)));
    promises.listBarring(sent.party(), time.instant()).stream()
        .filter(one -> !one.submission().equals(sent.id()))
        .forEach(one -> rows.add(flag(page, one)));
    return rows;
  }

  private List<SummaryRow> corrected(Page page, Submission sent, Wanted own, boolean whole) {
    List<SummaryRow> rows = new ArrayList<>();
    for (Correction made : corrections.list(sent.id())) {
      own.questions()
          .fields()
          .filter(field -> field.id().equals(made.question()))
          .findFirst()
          .ifPresent(field -> rows.add(corrected(page, field, made, whole)));
    }
    return rows;
  }

  private static SummaryRow corrected(Page page, Field field, Correction made, boolean whole) {
    Change change = whole ? made.said() : made.hidden(field);
    String old = change.old();
    String now = change.now();
    String at = page.dateTime(made.at());
    return SummaryRow.of(
        (made.supplied() ? page.t("补正：", "Supplied: ") : page.t("更正：", "Corrected: "))
            + page.t(field.label()),
        page.t(
            "原填“%s”，改为“%s”。%s：%s（%s）"
                .formatted(old, now, made.supplied() ? "补正原因" : "申请人说明", made.reason(), at),
            "was “%s”, now “%s”. %s: %s (%s)"
                .formatted(
                    old,
                    now,
                    made.supplied() ? "Asked for because" : "The applicant says",
                    made.reason(),
                    at)));
  }

  private static SummaryRow row(Page page, Owed one) {
    String state = page.t(one.state().words());
    return SummaryRow.of(
        page.t("补交：", "To follow: ") + page.t(one.name()),
        one.open()
            ? page.t(
                state + "，最迟 " + page.dateTime(one.due()),
                state + ", at the latest " + page.dateTime(one.due()))
            : state);
  }

  private static SummaryRow row(Page page, SignedPromise one) {
    String when = one.when(page);
    String state = page.t(one.state().words()) + (when.isEmpty() ? "" : page.t("，", ", ") + when);
    return SummaryRow.of(
        page.t("承诺：", "Promise: ") + page.t(one.words().name()),
        page.t("“" + one.words().text().zh() + "”", "“" + one.words().text().en() + "” ") + state);
  }

  private SummaryRow flag(Page page, SignedPromise broken) {
    Instant until = Optional.ofNullable(broken.barredUntil()).orElseThrow();
    String matter = matters.findMatter(broken.matter()).map(Matter::name).map(page::t).orElse("");
    return SummaryRow.of(
        page.t("信用提示", "Note"),
        page.t(
            "申请人在“" + matter + "”中的承诺曾核查不实，提示至 " + page.date(until) + "。",
            "A promise of the applicant in “"
                + matter
                + "” was found not true; shown until "
                + page.date(until)
                + "."));
  }

  /** To the papers that can be opened, and to what can be done with them. */
  List<Link> links(Page page, Case of, Submission sent, Wanted own) {
    List<Link> links = new ArrayList<>(attached(page, of, sent, own));
    for (Evidence evidence : own.evidence(sent.filled().answers())) {
      Supply supply = sent.filled().supplies().get(evidence.id());
      if (supply != null && supply.id() != null) {
        links.addAll(links(page, of, evidence, supply.way(), supply.id()));
      }
    }
    return links;
  }

  /** Files that answer a question, and behind them those that did before. */
  private List<Link> attached(Page page, Case of, Submission sent, Wanted own) {
    Answers answers = sent.filled().answers();
    List<Correction> made = corrections.list(sent.id());
    List<Link> links = new ArrayList<>();
    own.questions().open(answers).stream()
        .flatMap(part -> part.fields().stream())
        .filter(field -> field.kind() == Kind.FILE)
        .forEach(
            field -> {
              String name = page.t(field.label()) + page.t("：", ": ");
              String old = page.t(field.label()) + page.t("（换下的）：", " (replaced): ");
              AttachedFile.list(answers.at(field.id()))
                  .forEach(file -> links.add(link(of, name, file)));
              made.stream()
                  .filter(one -> one.question().equals(field.id()))
                  .flatMap(one -> one.replaced().stream())
                  .forEach(file -> links.add(link(of, old, file)));
            });
    return links;
  }

  private static Link link(Case of, String name, AttachedFile file) {
    return Link.of(name + file.name(), "/cases/" + of.number() + "/papers/" + file.id());
  }

  private List<Link> links(Page page, Case of, Evidence evidence, Way way, UUID id) {
    String base = "/cases/" + of.number() + "/papers/";
    String name = page.t(evidence.name());
    List<Link> links = new ArrayList<>();
    if (way == Way.FETCH) {
      papers.findByCredential(id).ifPresent(p -> links.add(Link.of(name, base + p.id())));
    } else if (way == Way.UPLOAD) {
      links.add(Link.of(name, base + id));
      if (evidence.keep() && of.position().waiting() && papers.findKept(id).isEmpty()) {
        links.add(
            Link.of(
                page.t("已与原件核对，存入证照：", "Checked against the original, keep: ") + name,
                base + id + "/keep"));
      }
    }
    return links;
  }
}
