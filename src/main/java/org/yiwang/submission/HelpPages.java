package org.yiwang.submission;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Where applicant and officers write to each other (线上帮办), each under an address of their own. */
@Controller
class HelpPages {
  private static final Text TITLE = Text.of("线上帮办", "Help from afar");

  private final HelpFromAfar help;
  private final TalkView.Maker views;

  HelpPages(HelpFromAfar help, TalkView.Maker views) {
    this.help = help;
    this.views = views;
  }

  /** What was written, and about which answer. */
  record Written(
      @Nullable UUID id, String number, @Nullable String words, @Nullable String question) {
    String text() {
      return Objects.requireNonNullElse(words, "");
    }
  }

  @GetMapping("/applications/{id}/{number}/messages")
  ModelAndView read(Page page, Viewer viewer, @PathVariable UUID id, @PathVariable String number) {
    viewer.requireSignedIn();
    HelpFromAfar.Talk talk = help.ofApplicant(id, number, viewer);
    return show(page, views.ofApplicant(page, talk), "", null, Refusals.none());
  }

  @PostMapping("/applications/{id}/{number}/messages")
  ModelAndView write(Page page, Viewer viewer, @ModelAttribute Written written) {
    viewer.requireSignedIn();
    UUID id = Objects.requireNonNull(written.id());
    HelpFromAfar.Talk talk = help.ofApplicant(id, written.number(), viewer);
    try {
      help.write(talk, written.text(), viewer);
      return page.redirect("/applications/" + id + "/" + written.number() + "/messages");
    } catch (RefusedException refused) {
      TalkView view = views.ofApplicant(page, talk);
      return show(page, view, written.text(), null, Refusals.of(refused));
    }
  }

  @GetMapping("/cases/{number}/messages")
  ModelAndView read(Page page, Viewer viewer, @PathVariable String number) {
    HelpFromAfar.Talk talk = help.ofOfficer(number, viewer);
    return show(page, views.ofOfficer(page, talk), "", null, Refusals.none());
  }

  @PostMapping("/cases/{number}/messages")
  ModelAndView answer(Page page, Viewer viewer, @ModelAttribute Written written) {
    HelpFromAfar.Talk talk = help.ofOfficer(written.number(), viewer);
    try {
      help.answer(talk, written.text(), written.question(), viewer);
      return page.redirect("/cases/" + written.number() + "/messages");
    } catch (RefusedException refused) {
      TalkView view = views.ofOfficer(page, talk);
      return show(page, view, written.text(), written.question(), Refusals.of(refused));
    }
  }

  private static ModelAndView show(
      Page page, TalkView view, String words, @Nullable String question, Refusals errors) {
    return page.form(
        "submission/messages",
        TITLE,
        errors,
        "view",
        view,
        "words",
        words,
        "question",
        question == null ? "" : question);
  }
}
