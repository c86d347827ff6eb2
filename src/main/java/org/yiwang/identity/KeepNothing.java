package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/**
 * No browser keeps what was shown to one person (不留缓存): whatever somebody signed in was sent, and
 * what a case code or a number with digits opened. On a shared computer the next one presses Back
 * and is shown nothing. Answers that say themselves how long they keep, as static files do, are
 * left as they are.
 */
final class KeepNothing implements HeaderWriter {
  /** Below these nobody signs in, and yet it is one person's. */
  private static final List<String> OPENED = List.of("/follow", "/requests/lookup/");

  private final HeaderWriter nothing = new CacheControlHeadersWriter();

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)
        && (isOpened(request) || isSignedIn())) {
      nothing.writeHeaders(request, response);
    }
  }

  private static boolean isOpened(HttpServletRequest request) {
    return OPENED.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  private static boolean isSignedIn() {
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && !(who instanceof AnonymousAuthenticationToken);
  }
}
