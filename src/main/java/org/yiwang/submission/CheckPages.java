package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Promise;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.EarlierApplications.Earlier;
import org.yiwang.submission.EarlierApplications.State;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/** Check your answers, sign, send (核对并提交). */
@Controller("submissionCheckPages")
class CheckPages {
  private static final Text TITLE = Text.of("核对并提交", "Check and send");

  private final Drafts drafts;
  private final SubmitDraft submitDraft;
  private final ConsentWords consent;
  private final EarlierApplications earlier;
  private final KeepAnswers keepAnswers;

  CheckPages(
      Drafts drafts,
      SubmitDraft submitDraft,
      ConsentWords consent,
      EarlierApplications earlier,
      KeepAnswers keepAnswers) {
    this.keepAnswers = keepAnswers;
    this.earlier = earlier;
    this.consent = consent;
    this.drafts = drafts;
    this.submitDraft = submitDraft;
  }

  /** One page of the form as it is checked. */
  record Section(String name, List<SummaryRow> rows) {}

  /** A promise that is signed by sending. */
  record Signed(String evidence, Promise promise) {}

  /**
   * The whole page.
   *
   * @param kept what can be kept in the file for the next time, by name
   * @param underWay what was sent before in the same matters and is not decided yet
   */
  record CheckView(
      Drafts.Open open,
      List<Section> sections,
      List<SummaryRow> evidence,
      List<ConsentWords.Consent> consents,
      List<Signed> promises,
      List<Matter> matters,
      List<Text> kept,
      List<Earlier> underWay,
      Refusals errors) {}

  @GetMapping("/drafts/{id}/check")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id) {
    return show(page, viewer, drafts.get(id, viewer), Refusals.none());
  }

  @PostMapping("/drafts/{id}/check")
  ModelAndView send(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      Sent form,
      @RequestParam(name = "draft-version", required = false) @Nullable Integer seen) {
    Drafts.Open open = drafts.get(id, viewer);
    if (seen != null && seen != open.draft().version()) { // nobody signs what they have not read
      return show(page, viewer, open, new Refusals(List.of(SubmissionRefusals.checkOutdated())));
    }
    if (!"yes".equals(form.value("confirm"))) {
      return show(page, viewer, open, new Refusals(List.of(SubmissionRefusals.notSigned())));
    }
    try {
      UUID sent = submitDraft.submit(open, viewer, page.language());
      if ("yes".equals(form.value("keep-answers"))) {
        keepAnswers.keep(open, viewer);
      }
      CounterVisit visit = open.acting().visit();
      return page.redirect(
          visit == null ? "/applications/" + sent + "?sent=yes" : visit.href() + "?done=sent");
    } catch (RefusedException refused) {
      return show(page, viewer, drafts.get(id, viewer), Refusals.of(refused));
    }
  }

  private ModelAndView show(Page page, Viewer viewer, Drafts.Open open, Refusals errors) {
    List<Section> sections =
        open.parts().stream()
            .map(part -> new Section(page.t(part.name()), rows(page, open, part)))
            .toList();
    List<SummaryRow> evidence = open.evidence().stream().map(one -> row(page, open, one)).toList();
    return page.view(
        status(errors),
        "submission/check",
        TITLE,
        "view",
        new CheckView(
            open,
            sections,
            evidence,
            consent.consents(page, open),
            promises(page, open),
            open.applied(),
            keepAnswers.names(open, viewer),
            underWay(open),
            errors));
  }

  private List<Earlier> underWay(Drafts.Open open) {
    return earlier.list(open.draft().party(), open.applied()).stream()
        .filter(one -> one.state() == State.UNDER_WAY)
        .toList();
  }

  private static HttpStatus status(Refusals errors) {
    return errors.isEmpty()
        ? HttpStatus.OK
        : HttpStatus.valueOf(
            errors.list().stream()
                .map(Refusal::kind)
                .findFirst()
                .map(Refusal.Kind::http)
                .orElse(422));
  }

  private static List<SummaryRow> rows(
      Page page, Drafts.Open open, org.yiwang.matter.Form.Part part) {
    String href = open.draft().href() + "/parts/" + part.id();
    return part.fields().stream()
        .map(
            field ->
                new SummaryRow(
                    page.t(field.label()),
                    AnswerWords.of(page, field, open.draft().filled().answers()),
                    href + "#f-" + field.id()))
        .toList();
  }

  private static SummaryRow row(Page page, Drafts.Open open, Evidence evidence) {
    return new SummaryRow(
        page.t(evidence.name()),
        page.t(EvidenceWords.of(open.draft().filled(), evidence.id())),
        open.draft().href() + "/evidence#f-way-" + evidence.id());
  }

  private static List<Signed> promises(Page page, Drafts.Open open) {
    List<Signed> promises = new ArrayList<>();
    for (Evidence evidence : open.evidence()) {
      Supply supply = open.draft().filled().supplies().get(evidence.id());
      if (supply != null && supply.way() == Way.PROMISE && evidence.promise() != null) {
        promises.add(
            new Signed(page.t(evidence.name()), Objects.requireNonNull(evidence.promise())));
      }
    }
    return promises;
  }
}
