package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Signing in and out (登录、退出). */
@Controller
class SignInPages {
  private static final Text TITLE = Text.of("登录", "Sign in");

  private static final Refusals OUTSIDE_FAILED =
      Refusals.of(
          new RefusedException(
              Refusal.of(
                  Refusal.Kind.UNAVAILABLE,
                  "outside-sign-in-failed",
                  Text.of("在外部登录没有成功。", "Signing in with the outside provider failed."),
                  Text.of(
                      "请再试一次，或用账号和密码登录。", "Try again, or sign in with account and password."))));

  private final SignIn signIn;
  private final OpenSession session;
  private final StartPages starts;
  private final DemoPeople people;
  private final OutsideLogin outside;
  private final DistrictTime time;

  SignInPages(
      SignIn signIn,
      OpenSession session,
      StartPages starts,
      DemoPeople people,
      OutsideLogin outside,
      DistrictTime time) {
    this.signIn = signIn;
    this.session = session;
    this.starts = starts;
    this.people = people;
    this.outside = outside;
    this.time = time;
  }

  /** What the form sends, and what it is drawn with again. */
  record Form(@Nullable String login, @Nullable String password, @Nullable String to) {
    String loginOrEmpty() {
      return Objects.requireNonNullElse(login, "");
    }

    String passwordOrEmpty() {
      return Objects.requireNonNullElse(password, "");
    }

    String toOrEmpty() {
      return LocalPath.or(to, "");
    }

    /** Only the demo's public password is ever written into a page. */
    @Nullable String passwordShown() {
      return Demo.PASSWORD.equals(password) ? password : null;
    }

    String outsideHref() {
      return OutsideLogin.href(toOrEmpty());
    }
  }

  static String demoPassword() {
    return Demo.PASSWORD;
  }

  /**
   * What the address asks for.
   *
   * @param as demo person to fill in
   * @param to page to go on to
   * @param outside "failed" when the outside provider sent the person back unknown
   */
  record Asked(@Nullable String as, @Nullable String to, @Nullable String outside) {}

  @GetMapping("/sign-in")
  ModelAndView show(Page page, @ModelAttribute Asked asked, HttpServletResponse response) {
    boolean demo = people.list().stream().anyMatch(p -> p.login().equals(asked.as()));
    Form form = new Form(demo ? asked.as() : null, demo ? Demo.PASSWORD : null, asked.to());
    leadOn(form, response);
    return draw(
        page, HttpStatus.OK, form, asked.outside() == null ? Refusals.none() : OUTSIDE_FAILED);
  }

  @PostMapping("/sign-in")
  ModelAndView signIn(
      Page page,
      @ModelAttribute Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Account account = signIn.with(checked(form), form.passwordOrEmpty(), request.getRemoteAddr());
      session.begin(account, Validity.of(account, time.realInstant()), request, response);
      return page.redirect(LocalPath.or(form.to(), starts.of(account)));
    } catch (RefusedException refused) {
      Refusal first = refused.refusals().getFirst();
      leadOn(form, response);
      return draw(page, HttpStatus.valueOf(first.kind().http()), form, Refusals.of(refused));
    }
  }

  private static String checked(Form form) {
    if (form.loginOrEmpty().isBlank()) {
      throw new RefusedException(
          Refusal.invalid(
              "login-missing",
              "login",
              Text.of("请输入账号。", "Enter your account."),
              Text.of("账号由本单位的系统管理员发放。", "Your administrator gave it to you.")));
    }
    return form.loginOrEmpty();
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(Page page, HttpServletRequest request, HttpServletResponse response) {
    session.end(request, response);
    return page.redirect("/");
  }

  private ModelAndView draw(Page page, HttpStatus status, Form form, Refusals errors) {
    return page.view(
        status,
        "identity/signIn",
        TITLE,
        "form",
        form,
        "kinds",
        DemoKind.of(people.list()),
        "outside",
        outside.label(),
        "errors",
        errors);
  }

  /** Other programs send people here; the form's redirects then end at their address. */
  private void leadOn(Form form, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    starts
        .programBehind(form.toOrEmpty())
        .ifPresent(
            origin ->
                response.setHeader(
                    "Content-Security-Policy", SecurityHeaders.policyLeadingTo(origin)));
  }
}
