package org.yiwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.pack.PackReading;

/** The accounts of the district (账户). Changes are made by the use cases of this module. */
@Component
public final class Accounts {
  /** How long a withdrawn role may still work in another instance of the program. */
  private static final Duration REMEMBERED = Duration.ofSeconds(4);

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final AccountStore store;
  private final Roles roles;
  private final Cache<UUID, Optional<Account>> recent =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

  Accounts(AccountStore store, Roles roles) {
    this.store = store;
    this.roles = roles;
  }

  /** The account of that id; what another instance changed is seen within four seconds. */
  public Optional<Account> findAccount(UUID id) {
    return recent.get(id, store::find);
  }

  /**
   * The account of that id.
   *
   * @throws NoSuchElementException if there is none
   */
  public Account getAccount(UUID id) {
    return findAccount(id).orElseThrow(() -> new NoSuchElementException("No account " + id));
  }

  /**
   * The account behind an actor of the journal, if there is one still.
   *
   * @param actor id of an account, or how a connected system is named
   */
  public Optional<Account> findActor(@Nullable String actor) {
    return actor == null || !ID.matcher(actor).matches()
        ? Optional.empty()
        : findAccount(UUID.fromString(actor));
  }

  /**
   * Whether somebody is here as a resident only (居民): none of their roles is work. The unit does
   * not decide it, since leaders, auditors and the first administrator may have none.
   */
  public boolean isResident(Account account) {
    return !roles.areWork(account.roles());
  }

  /** The account with that login, without regard to case. */
  public Optional<Account> findByLogin(String login) {
    return store.findByLogin(login);
  }

  /** Every account, by login. */
  public List<Account> listAccounts() {
    return store.list();
  }

  /** Accounts of those who work for one of these units and can sign in, by login. */
  public List<Account> listOfUnits(Collection<String> units) {
    return store.listOfUnits(units);
  }

  /** To be called by whoever changes an account. */
  void forget(UUID id) {
    recent.invalidate(id);
  }

  /** Logins of the demo's people that a pack declares, for checks by other modules. */
  public static Set<String> demoAccountsIn(PackReading pack) {
    return pack.list(IdentityPackPart.PEOPLE).stream()
        .flatMap(file -> file.value().people().stream())
        .map(PeopleFile.PersonLine::account)
        .collect(Collectors.toSet());
  }
}
