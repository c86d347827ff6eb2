package org.yiwang.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes sessions and tokens for nothing whose account has been closed, or has a new password, since
 * they began; and lets nobody go on to another program with a password that must be changed first.
 */
final class StillCounts extends OncePerRequestFilter {
  private final Viewers viewers;

  StillCounts(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    Grounds grounds = Grounds.of(authentication);
    if (grounds != null && !viewers.of(authentication).signedIn()) {
      SecurityContextHolder.clearContext();
    } else if (request.getRequestURI().equals(StartPages.AUTHORIZE) && mustChange(grounds)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, "/account");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean mustChange(@Nullable Grounds grounds) {
    return Optional.ofNullable(grounds)
        .flatMap(viewers::account)
        .map(Account::mustChange)
        .orElse(false);
  }

  /** Part of the security chains only. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    StillCounts stillCounts(Viewers viewers) {
      return new StillCounts(viewers);
    }

    @Bean
    FilterRegistrationBean<StillCounts> notOnItsOwn(StillCounts filter) {
      FilterRegistrationBean<StillCounts> registration = new FilterRegistrationBean<>(filter);
      registration.setEnabled(false);
      return registration;
    }
  }
}
