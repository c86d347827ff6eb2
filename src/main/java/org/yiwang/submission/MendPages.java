package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** The page that opens exactly one question, with the officer's reason above it (改一项). */
@Controller
class MendPages {
  private static final Text TITLE = Text.of("请改这一项", "Please put this right");

  private static final String OWN = "/applications/{id}/{number}/mend/{message}";
  private static final String BY_CODE = "/follow/{id}/{number}/mend/{message}";

  private final MendAnswer mendAnswer;
  private final ReplaceFiles files;
  private final FieldView.Maker views;

  MendPages(MendAnswer mendAnswer, ReplaceFiles files, FieldView.Maker views) {
    this.files = files;
    this.views = views;
    this.mendAnswer = mendAnswer;
  }

  /** Which message of which case, from the address. */
  record At(UUID id, String number, UUID message) {}

  @GetMapping({OWN, BY_CODE})
  ModelAndView show(Page page, Hand hand, At at) {
    MendAnswer.Mend mend = mendAnswer.get(at.id(), at.number(), at.message(), hand);
    return show(page, mend, mend.open().sent().filled().answers(), Refusals.none());
  }

  @PostMapping({OWN, BY_CODE})
  ModelAndView mend(Page page, Hand hand, At at, Sent sent) {
    MendAnswer.Mend mend = mendAnswer.get(at.id(), at.number(), at.message(), hand);
    Part part = new Part("mend", TITLE, null, null, List.of(mend.field()));
    Answers before = mend.open().sent().filled().answers();
    Answers read = FormReading.read(part, before, sent.form());
    var by = hand.uploads(mend.open().opened());
    ReplaceFiles.Chosen replaced = files.read(part.fields(), before, read, by, sent);
    Answers answers = replaced.answers();
    if (replaced.redraws(sent)) {
      return show(page, mend, answers, new Refusals(replaced.refusals()));
    }
    int version = sent.version();
    try {
      mendAnswer.mend(mend, answers, version, page, hand);
      Opened opened = mend.open().opened();
      return page.redirect(
          opened.visit() == null && !opened.byCode()
              ? opened.href() + "/" + at.number() + "/messages"
              : opened.href());
    } catch (RefusedException refused) {
      return show(page, mend, answers, Refusals.of(refused));
    }
  }

  private ModelAndView show(Page page, MendAnswer.Mend mend, Answers answers, Refusals errors) {
    Filled shown = mend.open().sent().filled().with(answers);
    return page.form(
        "submission/mend",
        TITLE,
        errors,
        "mend",
        mend,
        "field",
        views.again(page, mend.field(), mend.open().sent().filled().answers(), shown, false));
  }
}
