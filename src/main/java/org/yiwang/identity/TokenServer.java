package org.yiwang.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.yiwang.calendar.DistrictTime;

/**
 * Lets other programs sign people in with their account here, and gives programs tokens for the API
 * (OpenID Connect 1.0, authorization code with PKCE; OAuth 2.0 client credentials). The issuer is
 * {@code yiwang.address}, or where nobody has set it this machine; never what a caller names
 * ({@link OwnHost}).
 */
@Configuration(proxyBeanMethods = false)
class TokenServer {
  /** RFC 9068: access tokens say what they are, so that an ID token is never taken for one. */
  static final String ACCESS_TOKEN_TYPE = "at+jwt";

  @Bean
  @Order(1)
  SecurityFilterChain tokens(
      HttpSecurity http, SecurityContextRepository contexts, Doors doors, WebSecurity.Watch watch)
      throws Exception {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .securityContext(c -> c.securityContextRepository(contexts))
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .headers(SecurityHeaders::write)
        .exceptionHandling(e -> e.authenticationEntryPoint(doors))
        .addFilterAfter(watch.unreadable(), SecurityContextHolderFilter.class)
        .addFilterAfter(watch.limits(), SecurityContextHolderFilter.class)
        .addFilterAfter(watch.stillCounts(), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .build();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(Environment environment) {
    String address = OwnHost.address(environment);
    AuthorizationServerSettings.Builder settings = AuthorizationServerSettings.builder();
    return address.isEmpty() ? settings.build() : settings.issuer(address).build();
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(matching -> keys.signing());
    return encoder;
  }

  @Bean
  JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, DistrictTime time) {
    JOSEObjectType type = new JOSEObjectType(ACCESS_TOKEN_TYPE);
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys)
            .jwtProcessorCustomizer(
                p -> p.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(type)))
            .build();
    decoder.setJwtValidator(new JwtTimestampValidator());
    return new RecentTokens(decoder, time);
  }

  /** For the secrets of programs; people's passwords are checked by {@link SignIn}. */
  @Bean
  PasswordEncoder programSecrets(Passwords passwords) {
    return new ProgramSecrets(passwords);
  }

  private record ProgramSecrets(Passwords passwords) implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
      return secret == null ? null : passwords.hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
      return secret != null && hash != null && passwords.matches(secret.toString(), hash);
    }
  }
}
