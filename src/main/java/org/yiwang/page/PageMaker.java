package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.pack.District;
import org.yiwang.pack.DistrictDefinition;
import org.yiwang.pack.Text;

/** Makes the {@link Page} of a request from what the modules contribute. */
@Component
class PageMaker {
  private final DistrictDefinition district;
  private final InstantSource time;
  private final Assets assets;
  private final boolean demo;
  private final ObjectProvider<NavigationPart> navigation;
  private final ObjectProvider<ChromePart> chrome;

  PageMaker(
      District district,
      ObjectProvider<InstantSource> time,
      Assets assets,
      @Value("${yiwang.demo:false}") boolean demo,
      ObjectProvider<NavigationPart> navigation,
      ObjectProvider<ChromePart> chrome) {
    this.district = district.definition();
    this.time = time.getIfAvailable(InstantSource::system);
    this.assets = assets;
    this.demo = demo;
    this.navigation = navigation;
    this.chrome = chrome;
  }

  Page make(HttpServletRequest request) {
    Preferences preferences = Preferences.of(request, district.languages());
    Writing writing = new Writing(preferences.language(), district.zone(), time.instant());
    return new Page(
        new Surroundings(
            preferences,
            query(request),
            requestId(request),
            district,
            demo,
            writing,
            assets,
            csrf(request),
            SingletonSupplier.of(() -> links(request)), // asked for once for each link drawn
            () -> chrome.stream().findFirst().flatMap(c -> c.signedIn(request)),
            () -> chrome.stream().findFirst().map(c -> c.signInHref(request)).orElse("/sign-in")),
        Text.same(""));
  }

  /** After an error the address is the one that was asked for, not the error page's own. */
  private static Query query(HttpServletRequest request) {
    Object asked = request.getAttribute("jakarta.servlet.error.request_uri");
    return asked == null
        ? Query.parse(request.getRequestURI(), request.getQueryString())
        : Query.parse(asked.toString(), null);
  }

  static String requestId(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getAttribute(PageFilter.REQUEST_ID), "-").toString();
  }

  private static Surroundings.Csrf csrf(HttpServletRequest request) {
    Optional<CsrfToken> token =
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    return new Surroundings.Csrf(
        token.map(CsrfToken::getParameterName).orElse("_csrf"),
        () -> token.map(CsrfToken::getToken).orElse(""));
  }

  private List<NavLink> links(HttpServletRequest request) {
    return navigation.stream()
        .flatMap(part -> part.links(request).stream())
        .sorted(Comparator.comparingInt(NavLink::order))
        .toList();
  }
}
