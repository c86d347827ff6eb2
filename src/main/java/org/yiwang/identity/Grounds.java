package org.yiwang.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What a request's claim to be somebody rests on: a session or a token, of an account or of a
 * program, and since when.
 *
 * @param account set for a person
 * @param client set for a program acting in its own name
 * @param since when the person signed in, or the token was issued
 */
record Grounds(@Nullable UUID account, @Nullable String client, Instant since) {
  /** Claim of our access tokens that says whose they are. */
  static final String KIND = "kind";

  static final String CLIENT = "client";
  static final String ACCOUNT = "account";

  static @Nullable Grounds of(@Nullable Authentication authentication) {
    if (authentication instanceof AccountAuthentication session) {
      return new Grounds(session.account(), null, session.since());
    }
    return authentication instanceof JwtAuthenticationToken token ? of(token) : null;
  }

  private static @Nullable Grounds of(JwtAuthenticationToken token) {
    Instant issued = token.getToken().getIssuedAt();
    String kind = token.getToken().getClaimAsString(KIND);
    if (issued == null || kind == null) {
      return null;
    }
    return kind.equals(CLIENT)
        ? new Grounds(null, token.getName(), issued)
        : new Grounds(UUID.fromString(token.getName()), null, issued);
  }
}
