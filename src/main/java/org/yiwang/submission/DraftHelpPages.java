package org.yiwang.submission;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** The applicant's pages of the help with a draft (请人帮忙): ask, read, write, take it back. */
@Controller
class DraftHelpPages {
  private static final Text ASK = Text.of("请人帮忙", "Ask for help");
  private static final Text TALK = Text.of("线上帮办", "Help from afar");

  private final Drafts drafts;
  private final AskForHelp askForHelp;
  private final HelpWithDraft help;
  private final EndHelp endHelp;
  private final DraftTalkView.Maker views;

  DraftHelpPages(
      Drafts drafts,
      AskForHelp askForHelp,
      HelpWithDraft help,
      EndHelp endHelp,
      DraftTalkView.Maker views) {
    this.drafts = drafts;
    this.askForHelp = askForHelp;
    this.help = help;
    this.endHelp = endHelp;
    this.views = views;
  }

  @GetMapping("/drafts/{id}/help")
  ModelAndView show(
      Page page, Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) String at) {
    Drafts.Open open = drafts.get(id, viewer);
    return show(page, open, new AskForHelp.Wish("", at, null, false), Refusals.none());
  }

  @PostMapping("/drafts/{id}/help")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable UUID id, Sent sent) {
    Drafts.Open open = drafts.get(id, viewer);
    var wish =
        new AskForHelp.Wish(
            words(sent), sent.value("at"), sent.value("asked"), "yes".equals(sent.value("agree")));
    try {
      askForHelp.ask(open, wish, viewer);
      return page.redirect(open.draft().href() + "/help");
    } catch (RefusedException refused) {
      return show(page, drafts.get(id, viewer), kept(wish, refused), Refusals.of(refused));
    }
  }

  /** The words stay; what was agreed to does not once it is something else. */
  private static AskForHelp.Wish kept(AskForHelp.Wish wish, RefusedException refused) {
    return refused.refusals().stream().anyMatch(one -> one.kind() == Refusal.Kind.OUTDATED)
        ? wish.unticked()
        : wish;
  }

  @PostMapping("/drafts/{id}/help/messages")
  ModelAndView write(Page page, Viewer viewer, @PathVariable UUID id, Sent sent) {
    Drafts.Open open = drafts.get(id, viewer);
    try {
      help.write(open, words(sent), viewer);
      return page.redirect(open.draft().href() + "/help");
    } catch (RefusedException refused) {
      var wish = new AskForHelp.Wish(words(sent), null, null, false);
      return show(page, drafts.get(id, viewer), wish, Refusals.of(refused));
    }
  }

  /** Takes the consent back, at once. */
  @PostMapping("/drafts/{id}/help/end")
  ModelAndView end(Page page, Viewer viewer, @PathVariable UUID id) {
    Drafts.Open open = drafts.get(id, viewer);
    endHelp.takenBack(id, EndHelp.By.of(viewer, open.acting()));
    return page.redirect(open.draft().href() + "/help");
  }

  /** What was written while an application was a draft. */
  @GetMapping("/applications/{id}/help")
  ModelAndView sent(Page page, Viewer viewer, @PathVariable UUID id) {
    viewer.requireSignedIn();
    List<DraftHelp> all = help.ofSent(id, viewer);
    return page.view(
        "submission/helpedDraft", TALK, "application", id, "talks", views.talks(page, all));
  }

  private static String words(Sent sent) {
    return Objects.requireNonNullElse(sent.value("words"), "");
  }

  private ModelAndView show(Page page, Drafts.Open open, AskForHelp.Wish wish, Refusals errors) {
    DraftTalkView.Applicant view = views.ofApplicant(page, open);
    if (view.goesOn()) {
      return page.form("submission/draftTalk", TALK, errors, "view", view, "words", wish.words());
    }
    List<AskForHelp.Possible> possible = askForHelp.possible(open);
    if (open.acting().atCounter()) {
      throw DraftHelpRefusals.atCounter();
    }
    List<Choice> units =
        possible.stream()
            .map(one -> new Choice(one.choice(), page.t(one.name()), page.t(one.matter().name())))
            .toList();
    String first = possible.isEmpty() ? "" : possible.getFirst().choice();
    return page.form(
        "submission/askForHelp",
        ASK,
        errors,
        "view",
        view,
        "units",
        units,
        "chosen",
        Objects.requireNonNullElse(wish.asked(), first),
        "consent",
        page.t(AskForHelp.consent(open, possible)),
        "from",
        page.t(AskedFrom.name(open.wanted().questions(), AskedFrom.read(open, wish.page()))),
        "wish",
        wish);
  }
}
