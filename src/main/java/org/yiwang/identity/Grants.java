package org.yiwang.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Sign-ins granted to programs (授权): what the token server has to remember between its steps. The
 * database holds keyed hashes of codes and tokens, and the rest sealed; so a copy of it signs
 * nobody in, and nothing but what was sealed here is ever read back into memory.
 */
@Component
class Grants implements OAuth2AuthorizationService {
  private static final String CONTEXT = "identity.grant";
  private static final String TOKEN = "identity.token";
  private static final Duration UNFINISHED = Duration.ofMinutes(10);
  private static final List<String> KINDS =
      List.of(
          OAuth2ParameterNames.STATE,
          OAuth2ParameterNames.CODE,
          OAuth2ParameterNames.ACCESS_TOKEN,
          OAuth2ParameterNames.REFRESH_TOKEN,
          OidcParameterNames.ID_TOKEN);

  private final GrantStore store;
  private final Vault vault;
  private final DistrictTime time;

  Grants(GrantStore store, Vault vault, DistrictTime time) {
    this.store = store;
    this.vault = vault;
    this.time = time;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    Instant now = time.realInstant();
    Instant until =
        tokens(authorization)
            .map(OAuth2Token::getExpiresAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(now.plus(UNFINISHED));
    store.save(
        new GrantStore.Row(
            authorization.getId(),
            authorization.getRegisteredClientId(),
            authorization.getPrincipalName(),
            hashes(authorization),
            vault.seal(bytes(authorization), CONTEXT),
            until));
    store.removeOlder(now);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    store.remove(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return store.find(id).map(this::opened).orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    List<String> kinds = type == null ? KINDS : List.of(type.getValue());
    return kinds.stream()
        .map(kind -> store.findByToken(hash(kind, token)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(this::opened)
        .orElse(null);
  }

  private byte[] hash(String kind, String token) {
    return vault.index(kind + ":" + token, TOKEN);
  }

  private List<byte[]> hashes(OAuth2Authorization authorization) {
    List<byte[]> hashes = new ArrayList<>();
    String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
    if (state != null) {
      hashes.add(hash(OAuth2ParameterNames.STATE, state));
    }
    tokens(authorization).forEach(token -> hashes.add(hash(kind(token), token.getTokenValue())));
    return hashes;
  }

  private static String kind(OAuth2Token token) {
    return switch (token) {
      case OAuth2AuthorizationCode code -> OAuth2ParameterNames.CODE;
      case OAuth2AccessToken access -> OAuth2ParameterNames.ACCESS_TOKEN;
      case OAuth2RefreshToken refresh -> OAuth2ParameterNames.REFRESH_TOKEN;
      default -> OidcParameterNames.ID_TOKEN;
    };
  }

  private static Stream<OAuth2Token> tokens(OAuth2Authorization authorization) {
    return Stream.of(
            authorization.getToken(OAuth2AuthorizationCode.class),
            authorization.getAccessToken(),
            authorization.getRefreshToken(),
            authorization.getToken(OidcIdToken.class))
        .filter(Objects::nonNull)
        .map(OAuth2Authorization.Token::getToken);
  }

  private static byte[] bytes(OAuth2Authorization authorization) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(authorization);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Sealed by ourselves, hence safe to read back. */
  private OAuth2Authorization opened(byte[] sealed) {
    byte[] bytes = vault.openBytes(sealed, CONTEXT);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (OAuth2Authorization) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("A grant of another version cannot be read", e);
    }
  }
}
