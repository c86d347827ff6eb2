package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Move;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** The applicant's own applications (我的办件): drafts to go on with, and what was sent. */
@Controller
class ApplicationPages {
  private static final Text TITLE = Text.of("我的办件", "My applications");

  private final Drafts drafts;
  private final SubmissionStore store;
  private final ApplicationView.Maker views;
  private final Acting acting;
  private final ActOnApplication actOnApplication;
  private final PartySwitch partySwitch;

  ApplicationPages(
      Drafts drafts,
      SubmissionStore store,
      ApplicationView.Maker views,
      Acting acting,
      ActOnApplication actOnApplication,
      PartySwitch partySwitch) {
    this.partySwitch = partySwitch;
    this.drafts = drafts;
    this.store = store;
    this.views = views;
    this.acting = acting;
    this.actOnApplication = actOnApplication;
  }

  @GetMapping("/applications")
  ModelAndView list(
      Page page,
      Viewer viewer,
      @RequestParam(name = "for", required = false) @Nullable UUID party) {
    viewer.requireSignedIn();
    PartySwitch.View chosen = partySwitch.view(page, viewer, party);
    List<ApplicationView> sent = new ArrayList<>();
    store.list(acting.parties(viewer)).stream()
        .filter(one -> chosen.shows(one.party()) && acting.may(viewer, one))
        .forEach(one -> sent.add(views.make(page, one)));
    List<Drafts.Open> unfinished =
        drafts.list(viewer).stream()
            .filter(one -> !one.acting().atCounter() && chosen.shows(one.draft().party()))
            .toList();
    return page.view(
        "submission/list", TITLE, "drafts", unfinished, "sent", sent, "chosen", chosen);
  }

  /** Begins what was chosen in the list, for whom was chosen there. */
  @GetMapping("/applications/new")
  ModelAndView begin(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(name = "for") UUID party) {
    viewer.requireSignedIn();
    return target.isEmpty()
        ? page.redirect("/applications?for=" + party)
        : page.redirect(Target.parse(target).apply() + "?for=" + party);
  }

  @GetMapping("/applications/{id}")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String sent) {
    return views.show(page, acting.open(viewer, id), sent.equals("yes"));
  }

  /** What the applicant does with one of the cases: withdraw, rate, object. */
  record Act(
      UUID id,
      String number,
      @Nullable String action,
      @Nullable Integer version,
      @Nullable String note,
      @Nullable Integer rating,
      @Nullable String recipient,
      @Nullable String recipientPhone,
      @Nullable String recipientAddress) {
    PostalAddress to() {
      return PostalAddress.typed(recipient, recipientPhone, recipientAddress);
    }

    /** The version of the case that was on the screen; none fits no case. */
    int seen() {
      return version == null ? 0 : version;
    }

    String done() {
      return action == null ? "" : action;
    }
  }

  @PostMapping("/applications/{id}/{number}")
  ModelAndView act(Page page, Viewer viewer, @ModelAttribute Act act) {
    Opened opened = acting.open(viewer, act.id());
    Submission mine = opened.sent();
    boolean ours =
        store.listParts(mine.id()).stream().anyMatch(p -> act.number().equals(p.number()));
    if (!ours) {
      throw SubmissionRefusals.submissionMissing();
    }
    var given = Move.Given.NOTHING.withNote(act.note()).withRating(act.rating());
    try {
      Move move = new Move(act.number(), act.seen(), act.done(), given);
      actOnApplication.act(mine, move, act.to(), Hand.of(viewer));
      return page.redirect("/applications/" + act.id());
    } catch (RefusedException refused) {
      String form = ApplicationView.formOf(act.done(), act.number());
      return views.refused(page, opened, Refusals.of(refused).within(form), act.to());
    }
  }
}
