package org.yiwang.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/**
 * Finds the account of somebody whom the outside provider has named, or makes one with the role
 * resident. People are told apart by the provider and its name for them, never by mail or
 * telephone, which providers let people change.
 */
@Component
class ComeFromOutside {
  private static final int LONGEST_NAME = 100;

  private final AccountStore store;
  private final Accounts accounts;
  private final Roles roles;
  private final DistrictTime time;

  ComeFromOutside(AccountStore store, Accounts accounts, Roles roles, DistrictTime time) {
    this.store = store;
    this.accounts = accounts;
    this.roles = roles;
    this.time = time;
  }

  @Transactional
  Account as(OidcUser user) {
    String issuer = Objects.requireNonNull(user.getIssuer()).toString();
    String subject = Objects.requireNonNull(user.getSubject());
    Instant now = time.realInstant();
    Account account =
        store.findOutside(issuer, subject).orElseGet(() -> newcomer(issuer, user, now));
    store.signedIn(account.id(), now);
    accounts.forget(account.id());
    return account;
  }

  private Account newcomer(String issuer, OidcUser user, Instant now) {
    String login = "outside-" + UUID.randomUUID().toString().substring(0, 13);
    Set<String> held = new TreeSet<>();
    roles.findRole(Roles.RESIDENT).map(Role::id).ifPresent(held::add);
    Post post = new Post(held, null, null, null);
    UUID id =
        store.insert(
            new NewAccount(
                login.toLowerCase(Locale.ROOT), Text.same(name(user)), post, null, false, false),
            Validity.from(now));
    store.linkOutside(id, issuer, Objects.requireNonNull(user.getSubject()));
    return store.find(id).orElseThrow();
  }

  private static String name(OidcUser user) {
    String name =
        Optional.ofNullable(user.getFullName())
            .or(() -> Optional.ofNullable(user.getPreferredUsername()))
            .filter(words -> !words.isBlank())
            .orElse("居民 Resident");
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
