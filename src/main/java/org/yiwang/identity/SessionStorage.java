package org.yiwang.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;

/**
 * Sessions live in the database (会话), so that any instance of the program can answer and a restart
 * signs nobody out. Eight hours without a click end one.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStorage {
  static final String COOKIE = "YIWANG_SESSION";
  private static final Duration SPARING = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofHours(8);
  private static final String EVERY_TEN_MINUTES = "23 */10 * * * *";

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

  /**
   * As Spring Session's own configuration makes it, but without that one's table of error codes of
   * a dozen databases, which it reads from XML at each start.
   */
  @Bean
  JdbcIndexedSessionRepository sessions(DataSource database, PlatformTransactionManager manager) {
    TransactionTemplate apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database), apart);
    sessions.setTableName("identity_session");
    sessions.setDefaultMaxInactiveInterval(IDLE);
    sessions.setCleanupCron(EVERY_TEN_MINUTES);
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
    return sessions;
  }

  @Bean
  @Primary
  SparingSessions sparingSessions(JdbcIndexedSessionRepository sessions, DistrictTime time) {
    return new SparingSessions(sessions, SPARING, time);
  }
}
