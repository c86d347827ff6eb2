package org.yiwang.identity;

import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands in tokens beyond the standard: whose they are, and in ID tokens the person's name.
 * Roles do not: they are looked up at each request, so that taking one away works at once.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final Viewers viewers;

  TokenClaims(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    boolean ofProgram =
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    Optional<Account> account = ofProgram ? Optional.empty() : account(context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getJwsHeader().type(TokenServer.ACCESS_TOKEN_TYPE);
      context.getClaims().claim(Grounds.KIND, ofProgram ? Grounds.CLIENT : Grounds.ACCOUNT);
    } else if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
      account.ifPresent(a -> name(context, a));
    }
  }

  private static void name(JwtEncodingContext context, Account account) {
    context
        .getClaims()
        .claim("name", account.name().zh())
        .claim("name#en", account.name().en())
        .claim("preferred_username", account.login());
  }

  /** A person whose account was closed, or password changed, since they signed in gets no more. */
  private Optional<Account> account(JwtEncodingContext context) {
    Grounds grounds = Grounds.of(context.getPrincipal());
    Optional<Account> account = grounds == null ? Optional.empty() : viewers.account(grounds);
    if (account.isEmpty()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
    return account;
  }
}
