package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions (会话) in the browser that sent a request. */
@Component
class OpenSession {
  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrf = CsrfCookies.repository();

  OpenSession(SecurityContextRepository contexts) {
    this.contexts = contexts;
  }

  /**
   * Signs the account in. A session that was there before is thrown away with its number, so that
   * nobody can prepare one for somebody else (session fixation), and so is the token of the forms.
   */
  void begin(
      Account account, Instant since, HttpServletRequest request, HttpServletResponse response) {
    end(request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new AccountAuthentication(account.id(), since));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    csrf.saveToken(null, request, response);
  }
}
