package org.yiwang.identity;

import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Somebody gives themselves another password (修改密码); all their other sessions end. */
@Component
class ChangePassword {
  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final DistrictTime time;

  ChangePassword(AccountStore store, Accounts accounts, Passwords passwords, DistrictTime time) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.time = time;
  }

  /** The old and new password as typed, the new one twice. */
  record Wish(String old, String fresh, String repeated) {}

  /**
   * @return from when on sign-ins of the account count; the present session has to begin anew
   * @throws RefusedException INVALID with the field that is wrong
   */
  @Transactional
  Instant of(Account account, Wish wish) {
    refuseDemo(account);
    String hash = store.findPassword(account.id()).orElse(null);
    if (hash == null || !passwords.matches(wish.old(), hash)) {
      throw refused(
          "old-password-wrong",
          "old",
          Text.of("原密码不正确。", "The old password is wrong."),
          Text.of("请重新输入现在使用的密码。", "Enter the password you use now."));
    }
    refuseWeak(account.login(), wish.fresh());
    if (!wish.fresh().equals(wish.repeated())) {
      throw refused(
          "passwords-differ",
          "repeated",
          Text.of("两次输入的新密码不一样。", "The two new passwords differ."),
          Text.of("请再输入一次新密码。", "Enter the new password once more."));
    }
    Instant validFrom = Validity.after(time.realInstant());
    Instant counts =
        store.savePassword(account.id(), passwords.hash(wish.fresh()), false, validFrom);
    accounts.forget(account.id());
    return counts;
  }

  private static void refuseDemo(Account account) {
    if (account.demo() || account.outside()) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "no-own-password",
              Text.of("这个账户的密码不能在这里修改。", "The password of this account is not changed here."),
              Text.of(
                  "演示账户共用一个密码；外部登录的账户请到原登录方修改。",
                  "Demo accounts share one password; accounts of an outside provider change it there.")));
    }
  }

  /** Length is what makes a password strong; the rest only refuses what everybody tries first. */
  static void refuseWeak(String login, String password) {
    boolean tooSimple =
        password.length() < Passwords.SHORTEST
            || password.length() > Passwords.LONGEST
            || password.equals(Demo.PASSWORD)
            || password.chars().distinct().count() < 5
            || password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
    if (tooSimple) {
      throw refused(
          "password-weak",
          "fresh",
          Text.of("新密码太容易被猜到。", "The new password is too easy to guess."),
          Text.of(
              "请用 10 个以上的字符，不要含账号，也不要重复几个字符。",
              "Use 10 characters or more, without the account's name and not a few repeated."));
    }
  }

  private static RefusedException refused(String code, String field, Text says, Text next) {
    return new RefusedException(Refusal.invalid(code, field, says, next));
  }
}
