package org.yiwang.submission;

import java.util.List;
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
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;
import org.yiwang.submission.ReceiveNewFirm.Typed;

/** Where an officer begins the file of a firm that is not known yet, and receives it (企业窗口建档). */
@Controller
class NewFirmPages {
  private static final Text TITLE =
      Text.of("首次来办的企业：建档接待", "A firm that is here for the first time");
  private static final Text CODE = Text.of("统一社会信用代码", "Credit code");

  private final ReceiveNewFirm receiveNewFirm;
  private final DocumentChoices documents;
  private final FactKinds kinds;

  NewFirmPages(ReceiveNewFirm receiveNewFirm, DocumentChoices documents, FactKinds kinds) {
    this.receiveNewFirm = receiveNewFirm;
    this.documents = documents;
    this.kinds = kinds;
  }

  /** What the form sends of the firm; the rest is of its representative. */
  record Firm(@Nullable String firm, @Nullable String code) {}

  @GetMapping("/window/newcomer/firm")
  ModelAndView begin(Page page, Viewer viewer) {
    viewer.require(Permission.TAKE_IN);
    return begin(page, "", "");
  }

  /** With what was typed at the counter page. */
  ModelAndView begin(Page page, String code, String purpose) {
    var nobody = new ReceiveNewcomer.Typed("", "", "", "", purpose, null);
    return show(page, new Typed("", code, nobody), Refusals.none());
  }

  @PostMapping("/window/newcomer/firm")
  ModelAndView receive(
      Page page,
      Viewer viewer,
      @ModelAttribute Firm firm,
      @ModelAttribute NewcomerPages.Newcomer representative) {
    viewer.require(Permission.TAKE_IN);
    Typed typed =
        new Typed(
            NewcomerPages.plain(firm.firm()),
            NewcomerPages.plain(firm.code()),
            representative.typed());
    try {
      String visit = "/window/" + receiveNewFirm.receive(viewer, typed);
      return page.redirect(visit + "?shown=" + WindowPages.word(Shown.REPRESENTATIVE));
    } catch (RefusedException refused) {
      return show(page, typed, Refusals.of(refused));
    }
  }

  private ModelAndView show(Page page, Typed typed, Refusals errors) {
    List<Choice> shown =
        Stream.of(Shown.values())
            .filter(one -> one.fits(PartyName.Kind.FIRM))
            .map(one -> Choice.of(WindowPages.word(one), page.t(one.words())))
            .toList();
    Shown saw = typed.representative().shown();
    Text code = kinds.numberOf(PartyName.Kind.FIRM).map(FactKind::name).orElse(CODE);
    return page.form(
        "submission/newFirm",
        TITLE,
        errors,
        "typed",
        typed,
        "code",
        page.t(code),
        "shown",
        shown,
        "shownAs",
        saw == null ? "" : WindowPages.word(saw),
        "documents",
        documents.list(page, PartyName.Kind.PERSON),
        "document",
        documents.chosen(typed.representative().document()),
        "hint",
        documents.hint(page));
  }
}
