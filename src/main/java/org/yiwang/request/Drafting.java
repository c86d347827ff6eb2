package org.yiwang.request;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.yiwang.page.RefusedException;

/**
 * The report that this browser is writing: found by a random cookie, so that neither an account nor
 * a session is needed. A controller method takes it as an argument.
 */
final class Drafting {
  static final String COOKIE = "yiwang-report";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 16;

  private final DraftStore store;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final @Nullable String token;
  private @Nullable Draft draft;

  Drafting(DraftStore store, HttpServletRequest request, HttpServletResponse response) {
    this.store = store;
    this.request = request;
    this.response = response;
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    this.token = cookie == null || cookie.getValue().length() != 22 ? null : cookie.getValue();
    this.draft = token == null ? null : store.find(token).orElse(null);
  }

  /** The report so far; an empty one, not kept yet, where none was begun or the last was sent. */
  Draft draft() {
    return draft == null || draft.sent() != null ? Draft.begun() : draft;
  }

  /** The number of the report that this browser has just sent. */
  Optional<String> sent() {
    return Optional.ofNullable(draft).map(Draft::sent);
  }

  /**
   * A report that was begun.
   *
   * @throws RefusedException OUTDATED when it was sent or has gone
   */
  Draft begun() {
    if (draft == null || draft.sent() != null) {
      throw new RefusedException(RequestRefusals.draftGone());
    }
    return draft;
  }

  void save(Draft changed) {
    String kept = token;
    boolean another = draft == null || !draft.id().equals(changed.id());
    if (kept == null || another) {
      kept = fresh(); // a cookie names one report only
    }
    store.save(kept, changed);
    draft = changed;
  }

  private String fresh() {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    cookie(made, DraftStore.KEPT.toSeconds());
    return made;
  }

  private void cookie(String value, long seconds) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/report")
            .maxAge(seconds)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}
