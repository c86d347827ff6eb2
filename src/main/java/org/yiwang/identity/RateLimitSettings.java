package org.yiwang.identity;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The rates and their settings. */
@Configuration(proxyBeanMethods = false)
class RateLimitSettings {

  private final Environment environment;

  RateLimitSettings(Environment environment) {
    this.environment = environment;
  }

  @Bean
  RateLimits rateLimits(Viewers viewers) {
    boolean enabled = environment.getProperty("yiwang.limits.enabled", Boolean.class, true);
    return new RateLimits(
        List.of(
            RateRule.signIn(rate("sign-in", "60/1m")),
            RateRule.report(rate("report", "120/10m")),
            RateRule.lookup(rate("lookup", "60/10m")),
            RateRule.verify(rate("verify", "120/10m")),
            RateRule.mandates(rate("mandates", "40/1h"))),
        enabled,
        viewers);
  }

  private Rate rate(String name, String usual) {
    return Rate.parse(environment.getProperty("yiwang.limits." + name, usual));
  }

  /** Part of the security chains only. */
  @Bean
  FilterRegistrationBean<RateLimits> rateLimitsNotOnTheirOwn(RateLimits limits) {
    FilterRegistrationBean<RateLimits> registration = new FilterRegistrationBean<>(limits);
    registration.setEnabled(false);
    return registration;
  }
}
