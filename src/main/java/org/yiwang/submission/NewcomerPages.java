package org.yiwang.submission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.CheckDigits;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;
import org.yiwang.submission.ReceiveNewcomer.Typed;

/** Where an officer begins the file of somebody who is not known yet, and receives them (窗口建档). */
@Controller
class NewcomerPages {
  private static final Text TITLE = Text.of("首次来办：建档接待", "Here for the first time");

  private final ReceiveNewcomer receiveNewcomer;
  private final DocumentChoices documents;
  private final NewFirmPages firms;

  NewcomerPages(ReceiveNewcomer receiveNewcomer, DocumentChoices documents, NewFirmPages firms) {
    this.receiveNewcomer = receiveNewcomer;
    this.documents = documents;
    this.firms = firms;
  }

  /** What the form sends. */
  record Newcomer(
      @Nullable String name,
      @Nullable String document,
      @Nullable String number,
      @Nullable String phone,
      @Nullable String purpose,
      @Nullable String shown) {
    Typed typed() {
      return new Typed(
          plain(name),
          plain(document),
          plain(number),
          plain(phone),
          plain(purpose),
          WindowPages.chosen(Shown.values(), shown));
    }
  }

  static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @GetMapping("/window/newcomer")
  ModelAndView begin(Page page, Viewer viewer) {
    viewer.require(Permission.TAKE_IN);
    return show(page, new Typed("", "", "", "", "", null), Refusals.none());
  }

  /**
   * From the counter page, with what was typed there; by POST, so that no address holds it. A
   * credit code leads to the page for firms.
   */
  @PostMapping("/window/newcomer/begin")
  ModelAndView begin(Page page, Viewer viewer, @ModelAttribute Newcomer newcomer) {
    viewer.require(Permission.TAKE_IN);
    Typed typed = newcomer.typed();
    String code = typed.number().replace(" ", "").toUpperCase(Locale.ROOT);
    return CheckDigits.firm(code) && !CheckDigits.person(code)
        ? firms.begin(page, code, typed.purpose())
        : show(page, typed, Refusals.none());
  }

  @PostMapping("/window/newcomer")
  ModelAndView receive(Page page, Viewer viewer, @ModelAttribute Newcomer newcomer) {
    viewer.require(Permission.TAKE_IN);
    Typed typed = newcomer.typed();
    try {
      String visit = "/window/" + receiveNewcomer.receive(viewer, typed);
      return page.redirect(visit + "?shown=" + newcomer.shown());
    } catch (RefusedException refused) {
      return show(page, typed, Refusals.of(refused));
    }
  }

  private ModelAndView show(Page page, Typed typed, Refusals errors) {
    List<Choice> shown =
        Stream.of(Shown.values())
            .filter(one -> one.fits(PartyName.Kind.PERSON))
            .map(one -> Choice.of(WindowPages.word(one), page.t(one.words())))
            .toList();
    return page.form(
        "submission/newcomer",
        TITLE,
        errors,
        "typed",
        typed,
        "documents",
        documents.list(page, PartyName.Kind.PERSON),
        "document",
        documents.chosen(typed.document()),
        "hint",
        documents.hint(page),
        "shown",
        shown,
        "shownAs",
        typed.shown() == null ? "" : WindowPages.word(typed.shown()));
  }
}
