package org.yiwang.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;

/**
 * Accounts without any role for a measurement or a trial of the operator (临时账户): they sign in like
 * everybody else, and are closed afterwards.
 */
@Component
public class PersonAccess {
  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Journal journal;
  private final DistrictTime time;

  PersonAccess(
      AccountStore store,
      Accounts accounts,
      Passwords passwords,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.journal = journal;
    this.time = time;
  }

  /** What the person signs in with. */
  public record Issued(UUID account, String login, String password) {}

  /** Opens an account that may do what any resident may. */
  @Transactional
  public Issued issue(Text name) {
    Instant now = time.realInstant();
    String password = new OneTimePassword().make();
    String login = "temporary-" + UUID.randomUUID();
    var post = new Post(Set.of(), null, null, null);
    UUID id =
        store.insert(
            new NewAccount(login, name, post, passwords.hash(password), false, false),
            Validity.from(now));
    write("account.created", id);
    return new Issued(id, login, password);
  }

  /** Closes it; sessions that are still open stop counting within seconds. */
  @Transactional
  public void withdraw(UUID account) {
    store.saveEnabled(account, false, Validity.after(time.realInstant()));
    accounts.forget(account);
    write("account.closed", account);
  }

  private void write(String kind, UUID account) {
    journal.append(new NewEntry(Actor.SYSTEM, kind, "account:" + account, Map.of()));
  }
}
