package org.yiwang.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Counts failed sign-ins by login and by network address (登录失败锁定). After a few the next try has to
 * wait, twice as long each time up to a quarter of an hour; a day without failures forgets.
 */
@Component
class Attempts {
  static final int FREE_FOR_A_LOGIN = 5;

  /** Many people may share an address: an office, a community room. */
  static final int FREE_FOR_AN_ADDRESS = 30;

  static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final AttemptStore store;

  Attempts(AttemptStore store) {
    this.store = store;
  }

  /**
   * @throws RefusedException TOO_MANY while the login or the address has to wait
   */
  void refuseLockedOut(String login, String address, Instant now) {
    Instant until =
        store
            .findLockedUntil(loginKey(login), addressKey(address), now.plus(LONGEST_WAIT))
            .filter(now::isBefore)
            .orElse(now);
    if (until.isAfter(now)) {
      throw new RefusedException(refusal(Duration.between(now, until)));
    }
  }

  /**
   * Counts a try at the login before the password is looked at: however many come at the same time
   * from however many addresses, no more are looked at than one after the other would be.
   *
   * @throws RefusedException TOO_MANY while the login has to wait
   */
  void count(String login, Instant now) {
    String key = loginKey(login);
    AttemptStore.Patience patience =
        new AttemptStore.Patience(
            FREE_FOR_A_LOGIN, FIRST_WAIT, LONGEST_WAIT, now.minus(FORGOTTEN_AFTER));
    if (!store.countUnlessLocked(key, now, patience)) {
      Instant until = store.findLockedUntil(key, key, now.plus(LONGEST_WAIT)).orElse(now);
      throw new RefusedException(refusal(Duration.between(now, until)));
    }
  }

  /** The try that was counted at the login was wrong: the address it came from is counted too. */
  void failed(String address, Instant now) {
    countFailure(addressKey(address), now);
    store.removeOlder(now.minus(FORGOTTEN_AFTER));
  }

  /** A right password clears the login; the address keeps its count, for it may try others. */
  void forget(String login) {
    store.remove(loginKey(login));
  }

  private void countFailure(String key, Instant now) {
    int failed = store.countFailure(key, now, now.minus(FORGOTTEN_AFTER));
    if (failed >= FREE_FOR_AN_ADDRESS) {
      store.lock(key, now.plus(waitAfter(failed - FREE_FOR_AN_ADDRESS)));
    }
  }

  static Duration waitAfter(int failuresBeyond) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failuresBeyond, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Refusal refusal(Duration wait) {
    return Refusal.of(
        Refusal.Kind.TOO_MANY,
        "locked-out",
        Text.of(
            "登录失败次数过多，为保护账户，已暂停登录。",
            "Sign-in is paused after too many failures, to protect the account."),
        tryAgain(wait));
  }

  /** "Try again in 3 minutes." */
  static Text tryAgain(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    long minutes = (seconds + 59) / 60;
    return seconds < 60
        ? Text.of("请 %d 秒后再试。", "Try again in %d seconds.").with(seconds)
        : Text.of("请 %d 分钟后再试。", "Try again in %d minutes.").with(minutes);
  }

  private static String loginKey(String login) {
    return hash("login:" + login.strip().toLowerCase(Locale.ROOT));
  }

  private static String addressKey(String address) {
    return hash("address:" + Addresses.network(address));
  }

  static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
