package org.yiwang.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * What is known of the outside provider, read from its discovery document when the first person
 * wants to sign in with it, so that its failing never keeps this program from starting.
 */
@Component
class OutsideRegistration implements ClientRegistrationRepository {
  static final String BACK = "/sign-in/back/";

  private final OutsideLogin outside;
  private volatile @Nullable ClientRegistration known;

  OutsideRegistration(OutsideLogin outside) {
    this.outside = outside;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!outside.configured() || !OutsideLogin.REGISTRATION.equals(id)) {
      return null;
    }
    ClientRegistration found = known;
    if (found == null) {
      found = discovered();
      known = found;
    }
    return found;
  }

  private ClientRegistration discovered() {
    boolean secret = !outside.clientSecret().isBlank();
    return ClientRegistrations.fromOidcIssuerLocation(outside.issuer())
        .registrationId(OutsideLogin.REGISTRATION)
        .clientId(outside.clientId())
        .clientSecret(outside.clientSecret())
        .clientAuthenticationMethod(
            secret
                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                : ClientAuthenticationMethod.NONE)
        .redirectUri("{baseUrl}" + BACK + "{registrationId}")
        .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
        .build();
  }
}
