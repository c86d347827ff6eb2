package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/** Leads people to the outside provider and takes them in when they come back. */
@Component
class OutsideArrival {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideArrival.class);

  private final OutsideRegistration registration;
  private final OutsideRequests requests;
  private final ComeFromOutside come;
  private final OpenSession session;
  private final OutsideNumber number;
  private final DistrictTime time;

  OutsideArrival(
      OutsideRegistration registration,
      OutsideRequests requests,
      ComeFromOutside come,
      OpenSession session,
      OutsideNumber number,
      DistrictTime time) {
    this.number = number;
    this.registration = registration;
    this.requests = requests;
    this.come = come;
    this.session = session;
    this.time = time;
  }

  void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
    login
        .clientRegistrationRepository(registration)
        .authorizedClientRepository(new NoTokensKept())
        .loginPage(Doors.SIGN_IN)
        .authorizationEndpoint(
            a ->
                a.authorizationRequestRepository(requests).authorizationRequestResolver(resolver()))
        .redirectionEndpoint(r -> r.baseUri(OutsideRegistration.BACK + "*"))
        .successHandler((request, response, who) -> takeIn(request, response, who))
        .failureHandler(
            (request, response, reason) -> {
              LOG.warn("Signing in with the outside provider failed: {}", reason.getMessage());
              seeOther(response, Doors.SIGN_IN + "?outside=failed");
            });
  }

  private DefaultOAuth2AuthorizationRequestResolver resolver() {
    var resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            registration, OutsideLogin.BEGIN.replaceFirst("/$", ""));
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return resolver;
  }

  private void takeIn(
      HttpServletRequest request, HttpServletResponse response, Authentication who) {
    OidcUser user = (OidcUser) Objects.requireNonNull(who.getPrincipal());
    Account account = come.as(user);
    if (!account.enabled()) {
      session.end(request, response);
      seeOther(response, Doors.SIGN_IN + "?outside=failed");
      return;
    }
    number.tell(account, user);
    session.begin(account, Validity.of(account, time.realInstant()), request, response);
    Object to = request.getAttribute(OutsideRequests.TO);
    seeOther(response, LocalPath.or(to == null ? null : to.toString(), "/"));
  }

  private static void seeOther(HttpServletResponse response, String to) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, to);
  }

  /** The provider's tokens are of no use here: whoever has signed in is known. */
  private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
