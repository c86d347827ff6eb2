package org.yiwang.submission;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Where the applicant puts an answer right before the decision (更正). */
@Controller
class CorrectionPages {
  private static final Text TITLE = Text.of("更正填写的内容", "Correct what you wrote");

  private final CorrectAnswers correctAnswers;
  private final ReplaceFiles files;
  private final FieldView.Maker views;

  CorrectionPages(CorrectAnswers correctAnswers, ReplaceFiles files, FieldView.Maker views) {
    this.files = files;
    this.views = views;
    this.correctAnswers = correctAnswers;
  }

  /** Which case of which application, from the address. */
  record At(UUID id, String number) {}

  @GetMapping("/applications/{id}/{number}/correct")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id, @PathVariable String number) {
    viewer.requireSignedIn();
    CorrectAnswers.Open open = correctAnswers.open(id, number, Hand.of(viewer));
    return show(page, open, open.sent().filled().answers(), "", Refusals.none());
  }

  @PostMapping("/applications/{id}/{number}/correct")
  ModelAndView correct(Page page, Viewer viewer, At at, Sent sent) {
    viewer.requireSignedIn();
    CorrectAnswers.Open open = correctAnswers.open(at.id(), at.number(), Hand.of(viewer));
    Part part = new Part("correct", TITLE, null, null, open.fields());
    Answers before = open.sent().filled().answers();
    Answers read = FormReading.read(part, before, sent.form());
    var by = Hand.of(viewer).uploads(open.opened());
    ReplaceFiles.Chosen replaced = files.read(open.fields(), before, read, by, sent);
    Answers answers = replaced.answers();
    String reason = Objects.requireNonNullElse(sent.value("why-corrected"), "").strip();
    if (replaced.redraws(sent)) {
      return show(page, open, answers, reason, new Refusals(replaced.refusals()));
    }
    int version = sent.version();
    try {
      correctAnswers.correct(
          open, new CorrectAnswers.Wish(answers, reason, version), page, Hand.of(viewer));
      return page.redirect("/applications/" + at.id());
    } catch (RefusedException refused) {
      return show(page, open, answers, reason, Refusals.of(refused));
    }
  }

  private ModelAndView show(
      Page page, CorrectAnswers.Open open, Answers answers, String reason, Refusals errors) {
    Filled shown = open.sent().filled().with(answers);
    Answers before = open.sent().filled().answers();
    List<FieldView> fields =
        open.fields().stream().map(it -> views.again(page, it, before, shown, false)).toList();
    return page.form(
        "submission/correct", TITLE, errors, "open", open, "fields", fields, "reason", reason);
  }
}
