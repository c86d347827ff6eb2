package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Move;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.WrongTries;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * One application, for whoever has its number and code and no account (凭码查办). The code is only ever
 * typed into a form: no address holds it. {@link FollowGate} lets nobody else below {@code
 * /follow/ID}.
 */
@Controller
class FollowPages {
  private static final Text TITLE = Text.of("凭办件码查办", "Follow with a case code");

  private final OpenByCode openByCode;
  private final WrongTries wrongTries;
  private final Hands hands;
  private final ActOnApplication actOnApplication;
  private final FollowedView.Maker views;
  private final FollowedLooks looks;

  FollowPages(
      OpenByCode openByCode,
      WrongTries wrongTries,
      Hands hands,
      ActOnApplication actOnApplication,
      FollowedView.Maker views,
      FollowedLooks looks) {
    this.openByCode = openByCode;
    this.wrongTries = wrongTries;
    this.hands = hands;
    this.actOnApplication = actOnApplication;
    this.views = views;
    this.looks = looks;
  }

  @GetMapping("/follow")
  ModelAndView ask(Page page, Viewer viewer) {
    return form(page, "", Refusals.none()).addObject("officer", FollowGate.isOfficer(viewer));
  }

  @PostMapping("/follow")
  ModelAndView open(
      Page page,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code) {
    FollowGate.requireNoOfficer(viewer); // before the code is looked at
    try {
      OpenByCode.Held held = openByCode.open(number, code);
      HttpSession session = request.getSession();
      request.changeSessionId(); // nobody knows it beforehand
      session.setAttribute(FollowGate.HELD, held);
      return page.redirect("/follow/" + held.submission());
    } catch (RefusedException refused) {
      return form(page, number.length() > 40 ? "" : number, counted(refused, request, response));
    }
  }

  /** From where too many wrong ones came, no more is said than that. */
  private Refusals counted(
      RefusedException wrong, HttpServletRequest request, HttpServletResponse response) {
    try {
      wrongTries.count(request, response);
      return Refusals.of(wrong);
    } catch (RefusedException tooMany) {
      return Refusals.of(tooMany);
    }
  }

  private static ModelAndView form(Page page, String number, Refusals errors) {
    return page.form("submission/follow", TITLE, errors, "number", number, "officer", false);
  }

  @GetMapping("/follow/{id}")
  ModelAndView show(Page page, Hand hand, @PathVariable UUID id) {
    return views.show(page, hands.open(hand, id));
  }

  @PostMapping("/follow/{id}/{number}")
  ModelAndView act(Page page, Hand hand, @ModelAttribute ApplicationPages.Act act) {
    Opened opened = hands.open(hand, act.id(), act.number());
    var given = Move.Given.NOTHING.withNote(act.note()).withRating(act.rating());
    try {
      Move move = new Move(act.number(), act.seen(), act.done(), given);
      actOnApplication.act(opened.sent(), move, act.to(), hand);
      return page.redirect(opened.href());
    } catch (RefusedException refused) {
      String form = ApplicationView.formOf(act.done(), act.number());
      return views.refused(page, opened, Refusals.of(refused).within(form), act.to());
    }
  }

  /** Why somebody looked: one tap opens a case, a second one finds it. */
  @PostMapping("/follow/{id}/looks/{entry}/why")
  ModelAndView why(Page page, Hand hand, @PathVariable UUID id, @PathVariable long entry) {
    Opened opened = hands.open(hand, id);
    looks.ask(opened.sent(), entry, hand, page.language());
    return page.redirect(opened.href() + "?asked=%d#look-%1$d".formatted(entry));
  }

  /**
   * The session gets another name: browsers that keep whole pages ready for Back give them up when
   * a cookie changes.
   */
  @PostMapping("/follow/close")
  ModelAndView close(Page page, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(FollowGate.HELD);
      request.changeSessionId();
    }
    return page.redirect("/follow");
  }
}
