package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who came in with a password that somebody else knows has to change it before anything else. */
@Configuration(proxyBeanMethods = false)
class PasswordFirst implements WebMvcConfigurer, HandlerInterceptor {
  private static final String[] ALLOWED = {
    "/account",
    "/account/password",
    "/sign-in",
    "/sign-out",
    "/error",
    "/assets/**",
    "/webjars/**",
    "/actuator/health/**"
  };

  private final Viewers viewers;

  PasswordFirst(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns(ALLOWED);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Grounds grounds = Grounds.of(SecurityContextHolder.getContext().getAuthentication());
    if (grounds == null || !viewers.account(grounds).map(Account::mustChange).orElse(false)) {
      return true;
    }
    if (request.getRequestURI().startsWith("/api/")) {
      throw Viewer.forbidden();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, "/account");
    return false;
  }
}
