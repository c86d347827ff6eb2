package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Joined;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;

/** Where an officer parts a file from an account that is not its owner's (解除认领). */
@Controller
class PartAtCounterPages {
  private static final Text TITLE =
      Text.of("账户不是本人的：解除认领", "Not their account: part the file from it");

  private final AgreeAtCounter visits;
  private final PartAtCounter partAtCounter;

  PartAtCounterPages(AgreeAtCounter visits, PartAtCounter partAtCounter) {
    this.visits = visits;
    this.partAtCounter = partAtCounter;
  }

  /** What the form sends. */
  record Form(UUID id, @Nullable String shown) {}

  @GetMapping("/window/{id}/part")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable UUID id) {
    return show(page, visits.get(id, viewer), "", Refusals.none());
  }

  @PostMapping("/window/{id}/part")
  ModelAndView part(Page page, Viewer viewer, @ModelAttribute Form form) {
    CounterVisit visit = visits.get(form.id(), viewer);
    try {
      partAtCounter.part(visit, viewer, WindowPages.chosen(Shown.values(), form.shown()));
      return page.redirect(visit.href());
    } catch (RefusedException refused) {
      return show(page, visit, NewcomerPages.plain(form.shown()), Refusals.of(refused));
    }
  }

  private ModelAndView show(Page page, CounterVisit visit, String shown, Refusals errors) {
    Joined joined = partAtCounter.find(visit).orElseThrow(WindowRefusals::visitOver);
    List<Choice> documents =
        Stream.of(Shown.values())
            .filter(one -> one.fits(PartyName.Kind.PERSON))
            .map(one -> Choice.of(WindowPages.word(one), page.t(one.words())))
            .toList();
    return page.form(
        "submission/partAtCounter",
        TITLE,
        errors,
        "visit",
        visit.href(),
        "joined",
        page.dateTime(joined.at()),
        "shown",
        shown,
        "documents",
        documents);
  }
}
