package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.page.RefusedException;

/**
 * Below {@code /follow/ID} only whoever opened that application by its code comes on (凭码之门);
 * anybody else, and whoever's time or code has ended, is led to where number and code are typed. An
 * officer who has signed in is refused: what is done by a code counts as the applicant's own doing.
 * What is done asks again, in its transaction.
 */
@Configuration(proxyBeanMethods = false)
class FollowGate implements WebMvcConfigurer, HandlerInterceptor {
  /** What the session keeps of a code that opened something. */
  static final String HELD = "yiwang.case-code";

  /** The same for one request that was let through. */
  static final String OPENED = "yiwang.opened-by-code";

  private final OpenByCode openByCode;
  private final Viewers viewers;

  FollowGate(OpenByCode openByCode, Viewers viewers) {
    this.viewers = viewers;
    this.openByCode = openByCode;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/follow/*", "/follow/*/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String id = id(request);
    if (id == null) {
      return true; // no application: to close it, or nothing at all
    }
    Optional<OpenByCode.Held> held =
        held(request).filter(one -> id.equals(one.submission().toString()) && holds(one));
    if (held.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, "/follow");
      return false;
    }
    requireNoOfficer(viewers.current());
    request.setAttribute(OPENED, held.get());
    return true;
  }

  /** Whoever works on cases makes slips and reads them: none is followed from their account. */
  static boolean isOfficer(Viewer viewer) {
    return viewer.may(Permission.SEE_CASES) || viewer.may(Permission.TAKE_IN);
  }

  /**
   * @throws RefusedException FORBIDDEN to an officer who has signed in
   */
  static void requireNoOfficer(Viewer viewer) {
    if (isOfficer(viewer)) {
      throw SubmissionRefusals.officerByCode();
    }
  }

  private boolean holds(OpenByCode.Held held) {
    return openByCode.find(held, held.submission()).isPresent();
  }

  /** As the handler will read it, however it was written in the address. */
  private static @Nullable String id(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? (String) variables.get("id")
        : null;
  }

  private static Optional<OpenByCode.Held> held(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    return Optional.ofNullable(session)
        .map(one -> one.getAttribute(HELD))
        .map(OpenByCode.Held.class::cast);
  }
}
