package org.yiwang.identity;

import java.time.Duration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer forbids the browser (安全响应头). */
final class SecurityHeaders {
  /** No inline script or style, nothing from elsewhere, no frames around us. */
  static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private SecurityHeaders() {}

  static void write(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(c -> c.policyDirectives(POLICY))
        .contentTypeOptions(Customizer.withDefaults())
        .frameOptions(f -> f.deny())
        .cacheControl(c -> c.disable())
        .addHeaderWriter(new KeepNothing())
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            p -> p.policy("geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"))
        .httpStrictTransportSecurity(
            h -> h.maxAgeInSeconds(Duration.ofDays(365).toSeconds()).includeSubDomains(false));
  }

  /**
   * The policy of a sign-in form that leads on to another program: browsers count the redirects
   * after a form as its targets.
   */
  static String policyLeadingTo(String origin) {
    return POLICY + " " + origin;
  }
}
