package org.yiwang.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers a sign-in that is under way at the outside provider in a sealed cookie, so that
 * visitors need no session until they are known.
 */
@Component
class OutsideRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  /** Where the person wanted to go; kept with the request and given back as its attribute. */
  static final String TO = "yiwang.to";

  private static final String COOKIE = "YIWANG_OUTSIDE";
  private static final String CONTEXT = "identity.outside-request";
  private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(10);

  private final Vault vault;

  OutsideRequests(Vault vault) {
    this.vault = vault;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .flatMap(value -> opened(value).stream())
        .filter(open -> Objects.equals(open.getState(), request.getParameter("state")))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest open,
      HttpServletRequest request,
      HttpServletResponse response) {
    String value = open == null ? "" : sealed(wanting(open, request));
    Duration age = open == null ? Duration.ZERO : TIME_TO_SIGN_IN;
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/sign-in/")
            .maxAge(age)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build()
            .toString());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest open = loadAuthorizationRequest(request);
    saveAuthorizationRequest(null, request, response);
    if (open != null) {
      request.setAttribute(TO, open.getAttribute(TO));
    }
    return open;
  }

  private static OAuth2AuthorizationRequest wanting(
      OAuth2AuthorizationRequest open, HttpServletRequest request) {
    String to = LocalPath.or(request.getParameter("to"), "/");
    return OAuth2AuthorizationRequest.from(open).attributes(all -> all.put(TO, to)).build();
  }

  private String sealed(OAuth2AuthorizationRequest open) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.seal(bytes.toByteArray(), CONTEXT));
  }

  /** Nothing is read back that was not sealed here. */
  private Optional<OAuth2AuthorizationRequest> opened(String value) {
    try {
      byte[] bytes = vault.openBytes(Base64.getUrlDecoder().decode(value), CONTEXT);
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return Optional.of((OAuth2AuthorizationRequest) in.readObject());
      }
    } catch (IllegalArgumentException | VaultException | IOException | ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
