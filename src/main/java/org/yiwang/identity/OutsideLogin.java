package org.yiwang.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/**
 * Signing in with another OpenID provider (统一身份认证), if one is configured: {@code
 * yiwang.login.oidc.issuer}, {@code client-id}, {@code client-secret} and, as people call it,
 * {@code name}. {@code number-claim} names the claim in which that provider says the number of
 * somebody's document, if it has verified it (实名): only then is it believed.
 */
@Component
class OutsideLogin {
  static final String REGISTRATION = "outside";
  static final String BEGIN = "/sign-in/with/";

  private final String issuer;
  private final String clientId;
  private final String clientSecret;
  private final String name;
  private final String numberClaim;

  OutsideLogin(
      @Value("${yiwang.login.oidc.issuer:}") String issuer,
      @Value("${yiwang.login.oidc.client-id:}") String clientId,
      @Value("${yiwang.login.oidc.client-secret:}") String clientSecret,
      @Value("${yiwang.login.oidc.name:}") String name,
      @Value("${yiwang.login.oidc.number-claim:}") String numberClaim) {
    this.numberClaim = numberClaim;
    this.issuer = issuer;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.name = name;
  }

  boolean configured() {
    return !issuer.isBlank() && !clientId.isBlank();
  }

  /** What the button says; empty when there is no such provider. */
  Optional<Text> label() {
    Text shown = name.isBlank() ? Text.of("统一身份认证", "single sign-on") : Text.same(name);
    return configured() ? Optional.of(shown) : Optional.empty();
  }

  String issuer() {
    return issuer;
  }

  String clientId() {
    return clientId;
  }

  String clientSecret() {
    return clientSecret;
  }

  /** Under which claim the provider says the number of a document; empty for one that does not. */
  String numberClaim() {
    return numberClaim;
  }

  static String href(String to) {
    String begin = BEGIN + REGISTRATION;
    return to.isEmpty() ? begin : begin + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }
}
