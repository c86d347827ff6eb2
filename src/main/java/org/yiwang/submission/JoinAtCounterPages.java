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
import org.yiwang.identity.Account;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;

/**
 * Where an officer lets the file of whoever stands there join their account (窗口核验认领): the code
 * first, then whose account it is, read to them.
 */
@Controller
class JoinAtCounterPages {
  private static final Text TITLE = Text.of("把档案并入本人账户", "Let the file join their account");

  private final AgreeAtCounter visits;
  private final JoinAtCounter joinAtCounter;

  JoinAtCounterPages(AgreeAtCounter visits, JoinAtCounter joinAtCounter) {
    this.visits = visits;
    this.joinAtCounter = joinAtCounter;
  }

  /**
   * @param code as typed from their screen
   * @param confirm {@code yes} once they said that the account is theirs
   */
  record Form(UUID id, @Nullable String code, @Nullable String shown, @Nullable String confirm) {
    String typed() {
      return NewcomerPages.plain(code);
    }

    @Nullable Shown saw() {
      return WindowPages.chosen(Shown.values(), shown);
    }
  }

  /**
   * @param account whose code it is; null before it was typed
   */
  record JoiningView(
      String visit, String code, String shown, List<Choice> documents, @Nullable Account account) {}

  @GetMapping("/window/{id}/join")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable UUID id) {
    CounterVisit visit = visits.get(id, viewer);
    if (!joinAtCounter.offered(visit)) {
      throw WindowRefusals.visitOver();
    }
    return show(page, visit, new Form(id, "", "", ""), null, Refusals.none());
  }

  @PostMapping("/window/{id}/join")
  ModelAndView join(Page page, Viewer viewer, @ModelAttribute Form form) {
    CounterVisit visit = visits.get(form.id(), viewer);
    try {
      if ("yes".equals(form.confirm())) {
        joinAtCounter.join(visit, viewer, form.typed(), form.saw());
        return page.redirect(visit.href());
      }
      Account account = joinAtCounter.find(visit, viewer, form.typed(), form.saw());
      return show(page, visit, form, account, Refusals.none());
    } catch (RefusedException refused) {
      return show(page, visit, form, null, Refusals.of(refused));
    }
  }

  private static ModelAndView show(
      Page page, CounterVisit visit, Form form, @Nullable Account account, Refusals errors) {
    List<Choice> documents =
        Stream.of(Shown.values())
            .filter(one -> one.fits(PartyName.Kind.PERSON))
            .map(one -> Choice.of(WindowPages.word(one), page.t(one.words())))
            .toList();
    String shown = NewcomerPages.plain(form.shown());
    var view = new JoiningView(visit.href(), form.typed(), shown, documents, account);
    return page.form("submission/joinAtCounter", TITLE, errors, "view", view);
  }
}
