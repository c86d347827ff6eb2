package org.yiwang.identity;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Somebody signed in with an account: what a session keeps. Only the id and the time; roles are
 * looked up at each request, so that taking one away works at once.
 */
final class AccountAuthentication extends AbstractAuthenticationToken {
  @Serial private static final long serialVersionUID = 1L;
  private final UUID account;
  private final Instant since;

  AccountAuthentication(UUID account, Instant since) {
    super(List.of(factor(since)));
    this.account = account;
    this.since = since;
    super.setAuthenticated(true);
  }

  /** Tells the token server when the person proved who they are (the claim {@code auth_time}). */
  private static GrantedAuthority factor(Instant since) {
    return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
        .issuedAt(since)
        .build();
  }

  UUID account() {
    return account;
  }

  Instant since() {
    return since;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  /** The account's id in words: what tokens and session lists know the person by. */
  @Override
  public Object getPrincipal() {
    return account.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountAuthentication that
        && account.equals(that.account)
        && since.equals(that.since);
  }

  @Override
  public int hashCode() {
    return account.hashCode() * 31 + since.hashCode();
  }
}
