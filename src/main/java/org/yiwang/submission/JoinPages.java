package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.WrongTries;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.JoinByCode.Typed;

/** Where somebody joins the file that began for them at a counter (认领窗口档案): two ways, one page. */
@Controller
class JoinPages {
  private static final Text TITLE = Text.of("认领窗口建立的档案", "Join your file from the counter");

  private final JoinByCode joinByCode;
  private final JoinAtCounter joinAtCounter;
  private final JoinFile joinFile;
  private final WrongTries wrongTries;

  JoinPages(
      JoinByCode joinByCode,
      JoinAtCounter joinAtCounter,
      JoinFile joinFile,
      WrongTries wrongTries) {
    this.joinByCode = joinByCode;
    this.joinAtCounter = joinAtCounter;
    this.joinFile = joinFile;
    this.wrongTries = wrongTries;
  }

  /**
   * @param instead why this account joins none, and what to do; null if it may
   * @param shown a new code for the counter; null before it is asked for
   */
  record JoinView(Typed typed, @Nullable Text instead, @Nullable String shown) {}

  @GetMapping("/file/join")
  ModelAndView ask(Page page, Viewer viewer) {
    return show(page, viewer, Typed.empty(), null, Refusals.none());
  }

  /** What the form sends. */
  record Form(@Nullable String name, @Nullable String number, @Nullable String code) {
    Typed typed() {
      return new Typed(
          NewcomerPages.plain(name), NewcomerPages.plain(number), NewcomerPages.plain(code));
    }
  }

  @PostMapping("/file/join")
  ModelAndView join(
      Page page,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute Form form) {
    Typed typed = form.typed();
    try {
      joinByCode.join(viewer, typed);
      return page.redirect("/file");
    } catch (RefusedException refused) {
      return show(page, viewer, typed, null, counted(refused, request, response));
    }
  }

  /** From where too many wrong ones came, no more is said than that. */
  private Refusals counted(
      RefusedException refused, HttpServletRequest request, HttpServletResponse response) {
    if (refused.refusals().getFirst().kind() != Refusal.Kind.MISSING) {
      return Refusals.of(refused);
    }
    try {
      wrongTries.count(request, response);
      return Refusals.of(refused);
    } catch (RefusedException tooMany) {
      return Refusals.of(tooMany);
    }
  }

  @PostMapping("/file/join/code")
  ModelAndView code(Page page, Viewer viewer) {
    String code = joinAtCounter.makeCode(viewer).grouped();
    return show(page, viewer, Typed.empty(), code, Refusals.none());
  }

  private ModelAndView show(
      Page page, Viewer viewer, Typed typed, @Nullable String code, Refusals errors) {
    @Nullable Text instead = joinFile.refusal(viewer).map(Refusal::words).orElse(null);
    var view = new JoinView(typed, instead, code);
    return page.form("submission/join", TITLE, errors, "view", view);
  }
}
