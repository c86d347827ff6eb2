package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * One sort of request that is counted.
 *
 * @param name the setting {@code yiwang.limits.<name>} changes its rate
 */
record RateRule(String name, Rate rate, Predicate<HttpServletRequest> which) {

  /** The name of {@link #lookup}. */
  static final String LOOKUP = "lookup";

  boolean concerns(HttpServletRequest request) {
    return which.test(request);
  }

  static RateRule signIn(Rate rate) {
    return new RateRule("sign-in", rate, r -> isPost(r) && isAt(r, "/sign-in", "/oauth2/token"));
  }

  /** A report takes several steps, each a form of its own; its photos are costly to decode. */
  static RateRule report(Rate rate) {
    return new RateRule(
        "report",
        rate,
        r ->
            isPost(r)
                && (isAt(r, "/api/requests", "/api/requests/photos")
                    || path(r).startsWith("/report")));
  }

  /**
   * Looking up by number, on the page or in the API: a guess is refused before it is lucky. Case
   * codes are beyond luck: of these {@link WrongTries} counts the wrong ones.
   */
  static RateRule lookup(Rate rate) {
    return new RateRule(
        LOOKUP,
        rate,
        r -> {
          boolean page = path(r).startsWith("/requests/lookup");
          boolean api = !isPost(r) && path(r).startsWith("/api/requests/");
          return (page && isPost(r)) || ((page || api) && r.getQueryString() != null);
        });
  }

  /** Checking a credential: signatures and pictures of codes cost time, codes can be guessed at. */
  static RateRule verify(Rate rate) {
    return new RateRule(
        "verify",
        rate,
        r -> (isPost(r) && isAt(r, "/verify", "/api/verify")) || path(r).startsWith("/verify/"));
  }

  /** Naming people, to give them a mandate or to ask for one: nobody is to be found by trying. */
  static RateRule mandates(Rate rate) {
    return new RateRule(
        "mandates", rate, r -> isPost(r) && isAt(r, "/mandates/give", "/mandates/ask"));
  }

  private static boolean isPost(HttpServletRequest request) {
    return "POST".equals(request.getMethod());
  }

  private static boolean isAt(HttpServletRequest request, String... paths) {
    return List.of(paths).contains(path(request));
  }

  /** As controllers see it: {@code %72equests} is {@code requests}. */
  private static String path(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }
}
