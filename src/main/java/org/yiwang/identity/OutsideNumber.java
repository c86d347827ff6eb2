package org.yiwang.identity;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Tells the modules above whose document's number an outside provider has verified (实名核验). */
@Component
class OutsideNumber {
  private final OutsideLogin outside;
  private final ApplicationEventPublisher events;

  OutsideNumber(OutsideLogin outside, ApplicationEventPublisher events) {
    this.outside = outside;
    this.events = events;
  }

  /** Nothing where no claim is configured, or where name or number are not said as words. */
  void tell(Account account, OidcUser user) {
    String claim = outside.numberClaim();
    if (claim.isBlank()
        || !(user.getClaim(claim) instanceof String number)
        || number.isBlank()
        || user.getFullName() == null) {
      return;
    }
    String provider = Objects.requireNonNull(user.getIssuer()).toString();
    events.publishEvent(
        new CameFromOutside(
            account.id().toString(), account.name(), user.getFullName(), number, provider));
  }
}
