package org.yiwang.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First to see every request: gives it an id that logs and error pages show, forbids inline script
 * and style, and remembers a language, mode or theme that the address asks for.
 */
final class PageFilter extends OncePerRequestFilter {
  static final String REQUEST_ID = "requestId";
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = requestId(request.getHeader(HEADER));
    request.setAttribute(REQUEST_ID, id);
    response.setHeader(HEADER, id);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    boolean forPrograms = request.getRequestURI().startsWith("/api/");
    try (MDC.MDCCloseable logged = MDC.putCloseable(REQUEST_ID, id)) {
      if (forPrograms || !remembered(request, response)) {
        chain.doFilter(request, response);
      }
    }
  }

  /** An id from a proxy in front is kept, so that both logs can be read together. */
  private static String requestId(@Nullable String given) {
    return given != null && ACCEPTABLE.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);
  }

  /**
   * Keeps what was chosen; a page that was only read is then asked for again at its clean address.
   */
  private static boolean remembered(HttpServletRequest request, HttpServletResponse response) {
    Query query = Query.parse(request.getRequestURI(), request.getQueryString());
    Query clean = query;
    for (String name : Preferences.NAMES) {
      String value = query.first(name);
      if (value != null && Preferences.isKnown(name, value)) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, value));
        clean = clean.without(name);
      }
    }
    boolean redirected = clean != query && "GET".equals(request.getMethod());
    if (redirected) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, relative(clean.href()));
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    return redirected;
  }

  /** Never {@code //host}, which would lead away from here. */
  private static String relative(String href) {
    return "/" + href.replaceFirst("^/+", "");
  }

  private static String cookie(HttpServletRequest request, String name, String value) {
    return ResponseCookie.from(Preferences.cookieName(name), value)
        .path("/")
        .maxAge(REMEMBERED)
        .sameSite("Lax")
        .httpOnly(true)
        .secure(request.isSecure())
        .build()
        .toString();
  }
}
