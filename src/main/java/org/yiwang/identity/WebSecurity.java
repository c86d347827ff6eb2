package org.yiwang.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.stereotype.Component;

/**
 * Which addresses need what (访问控制). Pages decide in detail with {@link Viewer#require}; here stands
 * what anybody may open, and that everything else needs an account.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurity {
  /** For anybody, signed in or not. */
  private static final String[] OPEN = {
    "/",
    "/error",
    "/sign-in",
    "/sign-in/**",
    "/sign-out",
    "/about/**",
    "/about",
    "/matters",
    "/matters/**",
    "/bundles/**",
    "/search",
    "/search/suggestions",
    "/accessibility",
    "/styleguide/**",
    "/styleguide",
    "/report",
    "/report/**",
    "/requests/lookup",
    "/requests/lookup/**",
    "/follow",
    "/follow/**",
    "/place/**",
    "/journal",
    "/journal/checkpoint",
    "/journal/key",
    "/journal/tile/**",
    "/api/places",
    "/api/places/**",
    "/api/categories",
    "/api/requests",
    "/api/requests/**",
    "/verify",
    "/verify/**",
    "/api/verify",
    "/api/credential-answers",
    "/credential/**",
    "/.well-known/jwt-vc-issuer",
    "/favicon.ico",
    "/favicon.svg",
    "/robots.txt",
    "/assets/**",
    "/static/**",
    "/webjars/**",
    "/actuator/health",
    "/actuator/health/**"
  };

  private static final String BEARER = "Bearer ";
  private static final SecurityContextRepository TOKENS_ONLY =
      new RequestAttributeSecurityContextRepository();

  private final Viewers viewers;

  WebSecurity(Viewers viewers) {
    this.viewers = viewers;
  }

  @Bean
  SecurityContextRepository contexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /** The filters of our own. */
  @Component
  record Watch(StillCounts stillCounts, RateLimits limits, MultipartProperties uploads) {
    UnreadableForms unreadable() {
      return new UnreadableForms(uploads.getMaxRequestSize().toBytes());
    }
  }

  /** Where visitors come in. */
  @Component
  record Entrances(Doors doors, OutsideLogin outside, OutsideArrival arrival) {}

  /**
   * Programs that show a token: no session, no cookie, no form; a token stands for itself at each
   * request. Everything else is the business of {@link #pages}.
   */
  @Bean
  @Order(9)
  SecurityFilterChain programs(HttpSecurity http, Entrances entrances, Watch watch)
      throws Exception {
    http.securityMatcher(request -> bearer(request) != null)
        .securityContext(c -> c.securityContextRepository(TOKENS_ONLY))
        .sessionManagement(s -> s.disable())
        .requestCache(c -> c.disable())
        .csrf(c -> c.disable())
        .servletApi(s -> s.disable())
        .oauth2ResourceServer(
            r ->
                r.bearerTokenResolver(WebSecurity::bearer)
                    .authenticationEntryPoint(entrances.doors())
                    .jwt(Customizer.withDefaults()));
    return guarded(http, entrances.doors(), watch);
  }

  @Bean
  @Order(10)
  SecurityFilterChain pages(
      HttpSecurity http, SecurityContextRepository contexts, Entrances entrances, Watch watch)
      throws Exception {
    if (entrances.outside().configured()) {
      http.oauth2Login(entrances.arrival()::configure);
    }
    http.securityContext(c -> c.securityContextRepository(contexts))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .csrf(WebSecurity::csrf)
        .formLogin(f -> f.disable())
        .httpBasic(b -> b.disable());
    return guarded(http, entrances.doors(), watch);
  }

  /** What holds for programs and for pages. */
  private SecurityFilterChain guarded(HttpSecurity http, Doors doors, Watch watch)
      throws Exception {
    return http.logout(l -> l.disable())
        .headers(SecurityHeaders::write)
        .exceptionHandling(e -> e.authenticationEntryPoint(doors))
        .addFilterBefore(watch.unreadable(), CsrfFilter.class)
        .addFilterBefore(watch.stillCounts(), AnonymousAuthenticationFilter.class)
        .addFilterAfter(watch.limits(), AuthorizationFilter.class)
        .authorizeHttpRequests(this::rules)
        .build();
  }

  private void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers(OPEN)
        .permitAll()
        .requestMatchers("/actuator/**", "/admin", "/admin/**")
        .access(needing(Permission.ADMINISTER))
        .requestMatchers("/access-log", "/access-log/**")
        .access(needing(Permission.SEE_ACCESS_LOG))
        .anyRequest()
        .access((who, where) -> new AuthorizationDecision(viewers.of(who.get()).signedIn()));
  }

  /**
   * Programs show tokens at the API and at the metrics, nowhere else, and in the header only. What
   * a token may look like is its decoder's business: the usual resolver asks a regular expression
   * first, which cost more than the search for a case.
   */
  private static @Nullable String bearer(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!path.startsWith("/api/") && !path.startsWith("/actuator/")) {
      return null;
    }
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    return shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? shown.substring(BEARER.length()).strip()
        : null;
  }

  /** No measurement around each of twenty security filters. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  private AuthorizationManager<RequestAuthorizationContext> needing(Permission permission) {
    return (who, where) -> new AuthorizationDecision(viewers.of(who.get()).may(permission));
  }

  /**
   * The token stands in a cookie, so that visitors who only report need no session. Programs that
   * call the API without a session carry nothing that a foreign page could abuse.
   */
  private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
    csrf.csrfTokenRepository(CsrfCookies.repository())
        .csrfTokenRequestHandler(new CsrfCookies.Handler())
        .ignoringRequestMatchers(
            request ->
                pathPattern("/api/**").matches(request) && !SessionStorage.hasCookie(request));
  }
}
