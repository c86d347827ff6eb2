package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** One's own account: name, roles, and changing the password (我的账户). */
@Controller
class PasswordPages {
  private static final Text TITLE = Text.of("我的账户", "My account");

  private final ChangePassword change;
  private final Accounts accounts;
  private final OpenSession session;
  private final StartPages starts;
  private final Posts posts;
  private final Viewers viewers;

  PasswordPages(
      ChangePassword change,
      Accounts accounts,
      OpenSession session,
      StartPages starts,
      Posts posts,
      Viewers viewers) {
    this.change = change;
    this.accounts = accounts;
    this.session = session;
    this.starts = starts;
    this.posts = posts;
    this.viewers = viewers;
  }

  /** What the form sends; passwords are never drawn again. */
  record Form(@Nullable String old, @Nullable String fresh, @Nullable String repeated) {
    ChangePassword.Wish wish() {
      return new ChangePassword.Wish(
          Objects.requireNonNullElse(old, ""),
          Objects.requireNonNullElse(fresh, ""),
          Objects.requireNonNullElse(repeated, ""));
    }
  }

  @GetMapping("/account")
  ModelAndView show(Page page, Viewer viewer) {
    return draw(page, HttpStatus.OK, account(viewer), Refusals.none());
  }

  @PostMapping("/account/password")
  ModelAndView change(
      Page page,
      @ModelAttribute Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = account(viewers.current());
    try {
      Instant since = change.of(account, form.wish());
      session.begin(account, since, request, response);
      return page.redirect(starts.of(account));
    } catch (RefusedException refused) {
      return draw(page, HttpStatus.UNPROCESSABLE_CONTENT, account, Refusals.of(refused));
    }
  }

  private Account account(Viewer viewer) {
    String id = viewer.requireSignedIn();
    if (id.startsWith("client:")) {
      throw Viewer.forbidden();
    }
    return accounts.getAccount(UUID.fromString(id));
  }

  private ModelAndView draw(Page page, HttpStatus status, Account account, Refusals errors) {
    return page.view(
        status,
        "identity/account",
        TITLE,
        "account",
        account,
        "post",
        posts.words(account),
        "errors",
        errors);
  }
}
