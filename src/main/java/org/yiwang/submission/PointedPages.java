package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.page.SummaryRow;
import org.yiwang.submission.PointedQuestion.Late;
import org.yiwang.submission.PointedQuestion.Pointed;

/** The page of the one question that an officer pointed at (只看一项). */
@Controller
class PointedPages {
  private final PointedQuestion pointedQuestion;
  private final FieldView.Maker fields;

  PointedPages(PointedQuestion pointedQuestion, FieldView.Maker fields) {
    this.fields = fields;
    this.pointedQuestion = pointedQuestion;
  }

  /** Which question of which draft, from the address. */
  record At(UUID id, UUID message) {}

  @GetMapping("/drafts/{id}/help/questions/{message}")
  ModelAndView question(Page page, Viewer viewer, At at) {
    Pointed pointed = pointedQuestion.get(at.id(), at.message(), viewer);
    return show(page, pointed, answersOf(pointed), Refusals.none());
  }

  @PostMapping("/drafts/{id}/help/questions/{message}")
  ModelAndView answer(Page page, Viewer viewer, At at, Sent sent) {
    Optional<Pointed> found = pointedQuestion.find(at.id(), at.message(), viewer);
    if (found.isEmpty()) {
      return late(page, viewer, at, sent);
    }
    Pointed pointed = found.get();
    Answers answers = FormReading.read(pointed.part(), answersOf(pointed), sent.form());
    if (FormReading.changesRows(sent.form())) {
      return show(page, pointed, answers, Refusals.none());
    }
    try {
      Refusals faults = pointedQuestion.answer(pointed, answers, viewer);
      return faults.isEmpty()
          ? page.redirect(pointed.open().draft().href() + "/help")
          : show(page, pointed, answers, faults);
    } catch (RefusedException outdated) { // changed in another window since it was read
      return again(page, viewer, at, sent);
    }
  }

  /** The draft as it is by now, with what was typed. */
  private ModelAndView again(Page page, Viewer viewer, At at, Sent sent) {
    Optional<Pointed> found = pointedQuestion.find(at.id(), at.message(), viewer);
    if (found.isEmpty()) {
      return late(page, viewer, at, sent);
    }
    Pointed pointed = found.get();
    Answers answers = FormReading.read(pointed.part(), answersOf(pointed), sent.form());
    return show(page, pointed, answers, new Refusals(List.of(DraftHelpRefusals.answerOutdated())));
  }

  /** It is over; what was typed is shown, and where it can be entered. */
  private ModelAndView late(Page page, Viewer viewer, At at, Sent sent) {
    RefusedException over = DraftHelpRefusals.pointOver();
    Late late = pointedQuestion.findLate(at.id(), at.message(), viewer).orElseThrow(() -> over);
    Answers typed = FormReading.read(late.part(), Answers.NONE, sent.form());
    return page.form(
        "submission/pointedLate",
        late.part().name(),
        Refusals.of(over),
        "late",
        late,
        "typed",
        SummaryRow.of(page.t(late.field().label()), AnswerWords.of(page, late.field(), typed)));
  }

  private static Answers answersOf(Pointed pointed) {
    return pointed.open().draft().filled().answers();
  }

  private ModelAndView show(Page page, Pointed pointed, Answers answers, Refusals errors) {
    Filled shown = pointed.open().draft().filled().with(answers);
    return page.form(
        "submission/pointed",
        pointed.part().name(),
        errors,
        "pointed",
        pointed,
        "field",
        fields.of(page, pointed.field(), shown));
  }
}
