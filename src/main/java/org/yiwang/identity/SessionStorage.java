package org.yiwang.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.yiwang.calendar.DistrictTime;

/**
 * Sessions live in the database (会话), so that any instance of the program can answer and a restart
 * signs nobody out. Eight hours without a click end one.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
    tableName = "identity_session",
    maxInactiveIntervalInSeconds = 8 * 60 * 60,
    cleanupCron = "23 */10 * * * *")
class SessionStorage {
  static final String COOKIE = "YIWANG_SESSION";
  private static final Duration SPARING = Duration.ofMinutes(1);

  static boolean hasCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return true;
        }
      }
    }
    return false;
  }

  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }

  @Bean
  @Order(0)
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upserts() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  @Primary
  SparingSessions sparingSessions(JdbcIndexedSessionRepository sessions, DistrictTime time) {
    return new SparingSessions(sessions, SPARING, time);
  }
}
