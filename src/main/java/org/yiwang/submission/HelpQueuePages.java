package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.DraftTalkView.Waiting;

/** Where officers find who waits for help, with a draft or about a case, and help (线上帮办). */
@Controller
class HelpQueuePages {
  private static final Text QUEUE = Text.of("线上帮办", "Help from afar");
  private static final Text HELP = Text.of("帮忙填写", "Help with filling in");

  private final HelpWithDraft help;
  private final HelpFromAfar cases;
  private final DraftTalkView.Maker views;

  HelpQueuePages(HelpWithDraft help, HelpFromAfar cases, DraftTalkView.Maker views) {
    this.help = help;
    this.cases = cases;
    this.views = views;
  }

  @GetMapping("/help")
  ModelAndView list(Page page, Viewer viewer) {
    List<Waiting> all = help.list(viewer).stream().map(one -> views.waiting(page, one)).toList();
    return page.view(
        "submission/helpQueue",
        QUEUE,
        "waiting",
        all.stream().filter(one -> !one.help().answered()).toList(),
        "answered",
        all.stream().filter(one -> one.help().answered()).toList(),
        "cases",
        cases.listWaiting(viewer));
  }

  /** Each time is a look that the applicant reads of. */
  @GetMapping("/help/{id}")
  ModelAndView look(Page page, Viewer viewer, @PathVariable UUID id) {
    return show(page, help.look(id, viewer), new Written("", ""), Refusals.none());
  }

  /** What was written, and at which question it points. */
  record Written(String words, String question) {}

  @PostMapping("/help/{id}")
  ModelAndView answer(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String question) {
    try {
      help.answer(id, words, question, viewer);
      return page.redirect("/help/" + id);
    } catch (RefusedException refused) {
      return again(page, viewer, id, new Written(words, question), refused);
    }
  }

  /** With what they typed; without the draft once they may not see it any more. */
  private ModelAndView again(
      Page page, Viewer viewer, UUID id, Written written, RefusedException refused) {
    try {
      return show(page, help.lookOn(id, viewer), written, Refusals.of(refused));
    } catch (RefusedException ended) {
      if (!DraftHelpRefusals.isOver(ended)) {
        throw ended;
      }
      return page.form("submission/helpOver", HELP, Refusals.of(ended), "written", written);
    }
  }

  private ModelAndView show(
      Page page, HelpWithDraft.Shown shown, Written written, Refusals errors) {
    return page.form(
        "submission/helpWithDraft",
        HELP,
        errors,
        "view",
        views.ofOfficer(page, shown),
        "written",
        written);
  }
}
