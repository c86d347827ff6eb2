package org.yiwang.identity;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows our programs to the token server in its own terms. */
@Component
class RegisteredPrograms implements RegisteredClientRepository {
  private static final Duration ACCESS = Duration.ofMinutes(15);
  private static final Duration CODE = Duration.ofMinutes(2);
  private static final Duration REFRESH = Duration.ofHours(8);

  private final ProgramClients clients;

  RegisteredPrograms(ProgramClients clients) {
    this.clients = clients;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Programs are registered by administrators");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return clients.find(UUID.fromString(id)).map(RegisteredPrograms::registered).orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients.find(clientId).map(RegisteredPrograms::registered).orElse(null);
  }

  private static RegisteredClient registered(ProgramClient client) {
    RegisteredClient.Builder built =
        RegisteredClient.withId(client.id().toString())
            .clientId(client.clientId())
            .clientName(client.name().en())
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(ACCESS)
                    .authorizationCodeTimeToLive(CODE)
                    .refreshTokenTimeToLive(REFRESH)
                    .reuseRefreshTokens(false)
                    .build());
    proofs(client, built);
    grants(client, built);
    return built.build();
  }

  private static void proofs(ProgramClient client, RegisteredClient.Builder built) {
    if (client.secret() == null) {
      built.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    } else {
      built
          .clientSecret(client.secret())
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
  }

  private static void grants(ProgramClient client, RegisteredClient.Builder built) {
    if (!client.redirects().isEmpty()) {
      built
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .redirectUris(uris -> uris.addAll(client.redirects()))
          .postLogoutRedirectUris(uris -> uris.addAll(client.redirects()));
    }
    if (client.secret() != null && !client.post().roles().isEmpty()) {
      built.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }
  }
}
