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
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.PointedQuestion.Pointed;

/** The applicant's pages of the help with a draft (请人帮忙): ask, read, write, take it back. */
@Controller
class DraftHelpPages {
  private static final Text ASK = Text.of("请人帮忙", "Ask for help");
  private static final Text TALK = Text.of("线上帮办", "Help from afar");

  private final Drafts drafts;
  private final AskForHelp askForHelp;
  private final HelpWithDraft help;
  private final EndHelp endHelp;
  private final PointedQuestion pointedQuestion;
  private final DraftTalkView.Maker views;
  private final FieldView.Maker fields;

  DraftHelpPages(
      Drafts drafts,
      AskForHelp askForHelp,
      HelpWithDraft help,
      EndHelp endHelp,
      PointedQuestion pointedQuestion,
      DraftTalkView.Maker views,
      FieldView.Maker fields) {
    this.fields = fields;
    this.drafts = drafts;
    this.askForHelp = askForHelp;
    this.help = help;
    this.endHelp = endHelp;
    this.pointedQuestion = pointedQuestion;
    this.views = views;
  }

  @GetMapping("/drafts/{id}/help")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id) {
    Drafts.Open open = drafts.get(id, viewer);
    return show(page, open, new AskForHelp.Wish("", null, false), Refusals.none());
  }

  @PostMapping("/drafts/{id}/help")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable UUID id, Sent sent) {
    Drafts.Open open = drafts.get(id, viewer);
    var wish =
        new AskForHelp.Wish(words(sent), sent.value("matter"), "yes".equals(sent.value("agree")));
    try {
      askForHelp.ask(open, wish, viewer);
      return page.redirect(open.draft().href() + "/help");
    } catch (RefusedException refused) {
      return show(page, drafts.get(id, viewer), wish, Refusals.of(refused));
    }
  }

  @PostMapping("/drafts/{id}/help/messages")
  ModelAndView write(Page page, Viewer viewer, @PathVariable UUID id, Sent sent) {
    Drafts.Open open = drafts.get(id, viewer);
    try {
      help.write(open, words(sent), viewer);
      return page.redirect(open.draft().href() + "/help");
    } catch (RefusedException refused) {
      var wish = new AskForHelp.Wish(words(sent), null, false);
      return show(page, drafts.get(id, viewer), wish, Refusals.of(refused));
    }
  }

  /** Takes the consent back, at once. */
  @PostMapping("/drafts/{id}/help/end")
  ModelAndView end(Page page, Viewer viewer, @PathVariable UUID id) {
    Drafts.Open open = drafts.get(id, viewer);
    endHelp.takenBack(id, SubmitDraft.actor(viewer));
    return page.redirect(open.draft().href() + "/help");
  }

  /** What was written while an application was a draft. */
  @GetMapping("/applications/{id}/help")
  ModelAndView sent(Page page, Viewer viewer, @PathVariable UUID id) {
    viewer.requireSignedIn();
    DraftHelp of = help.ofSent(id, viewer);
    return page.view(
        "submission/helpedDraft", TALK, "application", id, "lines", views.lines(page, of));
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
            .map(
                one ->
                    new Choice(one.matter().id(), page.t(one.name()), page.t(one.matter().name())))
            .toList();
    String first = possible.isEmpty() ? "" : possible.getFirst().matter().id();
    return page.form(
        "submission/askForHelp",
        ASK,
        errors,
        "view",
        view,
        "units",
        units,
        "chosen",
        Objects.requireNonNullElse(wish.matter(), first),
        "consent",
        page.t(AskForHelp.consent(open, possible)),
        "wish",
        wish);
  }

  /** Which question of which draft, from the address. */
  record At(UUID id, UUID message) {}

  @GetMapping("/drafts/{id}/help/questions/{message}")
  ModelAndView question(Page page, Viewer viewer, At at) {
    Pointed pointed = pointedQuestion.get(at.id(), at.message(), viewer);
    return show(page, pointed, pointed.open().draft().filled().answers(), Refusals.none());
  }

  @PostMapping("/drafts/{id}/help/questions/{message}")
  ModelAndView question(Page page, Viewer viewer, At at, Sent sent) {
    Pointed pointed = pointedQuestion.get(at.id(), at.message(), viewer);
    Answers before = pointed.open().draft().filled().answers();
    Answers answers = FormReading.read(pointed.part(), before, sent.form());
    if (sent.value("more") != null) {
      return show(page, pointed, answers, Refusals.none());
    }
    Refusals faults = pointedQuestion.answer(pointed, answers, viewer);
    return faults.isEmpty()
        ? page.redirect(pointed.open().draft().href() + "/help")
        : show(page, pointed, answers, faults);
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
