package org.yiwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.yiwang.calendar.DistrictTime;

/**
 * Checks a token's signature once and remembers the outcome for a few seconds: a program sends the
 * same token with every call, and one check costs more than filing a report. An expired token is
 * checked again whenever it comes, and so refused.
 */
final class RecentTokens implements JwtDecoder {
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final JwtDecoder decoder;
  private final DistrictTime time;
  private final Cache<String, Jwt> recent =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  RecentTokens(JwtDecoder decoder, DistrictTime time) {
    this.decoder = decoder;
    this.time = time;
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    Jwt known = recent.getIfPresent(token);
    Instant expires = known == null ? null : known.getExpiresAt();
    if (known != null && expires != null && time.realInstant().isBefore(expires)) {
      return known;
    }
    Jwt checked = decoder.decode(token);
    recent.put(token, checked);
    return checked;
  }
}
