package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Where visitors without an account are led: people to the sign-in page and back, programs to 401.
 */
@Component
class Doors implements AuthenticationEntryPoint {
  static final String SIGN_IN = "/sign-in";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (isForPrograms(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, signIn(wanted(request)));
    }
  }

  /** The address of the sign-in page that leads on to a page of this site. */
  static String signIn(String to) {
    return to.equals("/") || !LocalPath.isLocal(to)
        ? SIGN_IN
        : SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  /**
   * What was asked for; a form that was sent is not repeated, its page's front is shown instead.
   */
  static String wanted(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod())) {
      return "/";
    }
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/") || path.startsWith("/actuator/");
  }
}
