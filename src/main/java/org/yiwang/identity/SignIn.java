package org.yiwang.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Checks a login and a password (登录). An unknown login costs the same time, gets the same answer
 * and is locked out like a known one, so that nobody learns who has an account.
 */
@Component
class SignIn {
  private static final Text WRONG = Text.of("账号或密码不正确。", "The account or the password is wrong.");
  private static final Text AGAIN =
      Text.of(
          "请检查后重新输入；忘记密码请联系本单位的系统管理员。",
          "Check both and try again; if you forgot the password, ask your administrator.");

  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Demo demo;
  private final DistrictTime time;

  SignIn(
      AccountStore store,
      Accounts accounts,
      Passwords passwords,
      Attempts attempts,
      Demo demo,
      DistrictTime time) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.demo = demo;
    this.time = time;
  }

  /**
   * The account, if login and password are right and neither is locked out.
   *
   * @throws RefusedException INVALID {@code wrong-sign-in}, or TOO_MANY {@code locked-out}
   */
  Account with(String login, String password, String address) {
    Instant now = time.realInstant();
    String name = login.strip();
    attempts.refuseLockedOut(name, address, now);
    attempts.count(name, now);
    Optional<Account> found = store.findByLogin(name).filter(this::usable);
    Optional<String> hash = found.flatMap(account -> store.findPassword(account.id()));
    if (hash.isEmpty()) {
      passwords.spendTheSameTime(shortened(password));
    }
    boolean known = Demo.PASSWORD.equals(password) && !demo.on();
    if (hash.isEmpty() || !passwords.matches(shortened(password), hash.get()) || known) {
      attempts.failed(address, now);
      throw new RefusedException(Refusal.invalid("wrong-sign-in", "login", WRONG, AGAIN));
    }
    attempts.forget(name);
    Account account = found.orElseThrow();
    store.signedIn(account.id(), now);
    accounts.forget(account.id());
    return account;
  }

  /** Demo people exist only in demo mode, whatever rows an earlier run has left behind. */
  private boolean usable(Account account) {
    return account.enabled() && demo.allows(account);
  }

  private static String shortened(String password) {
    return password.length() <= Passwords.LONGEST
        ? password
        : password.substring(0, Passwords.LONGEST + 1);
  }
}
