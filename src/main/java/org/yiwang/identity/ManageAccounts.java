package org.yiwang.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** What administrators do to accounts (账户管理); every change stands in the journal. */
@Component
class ManageAccounts {
  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");

  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Journal journal;
  private final DistrictTime time;

  ManageAccounts(
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

  /** What an administrator wants a new account to be. */
  record Wish(String login, Text name, Post post) {}

  /** The account, and its password, which is known to nobody else and shown once. */
  record Made(UUID id, String password) {}

  /**
   * Makes an account.
   *
   * @throws RefusedException INVALID if the login or the name cannot be, or the login is taken
   */
  @Transactional
  Made create(Viewer viewer, Wish wish) {
    viewer.require(Permission.ADMINISTER);
    refuseBadLogin(wish.login());
    if (wish.name().zh().isBlank()) {
      throw refused(
          "name-missing",
          "nameZh",
          Text.of("缺少姓名。", "The name is missing."),
          Text.of("请填写姓名。", "Enter the name."));
    }
    String password = new OneTimePassword().make();
    Instant now = time.realInstant();
    UUID id =
        store.insert(
            new NewAccount(
                wish.login(), wish.name(), wish.post(), passwords.hash(password), true, false),
            Validity.from(now));
    write(viewer, "account.created", id, facts(wish.post()));
    return new Made(id, password);
  }

  /** Gives the person other roles, or another unit, area or grid. Works at once. */
  @Transactional
  void move(Viewer viewer, Account account, Post post) {
    viewer.require(Permission.ADMINISTER);
    refuseOneself(viewer, account);
    store.savePost(account.id(), post);
    write(viewer, "account.moved", account.id(), facts(post));
  }

  /** Closes an account, or opens it again; closing ends its sessions and tokens. */
  @Transactional
  void enable(Viewer viewer, Account account, boolean enabled) {
    viewer.require(Permission.ADMINISTER);
    refuseOneself(viewer, account);
    store.saveEnabled(account.id(), enabled, Validity.after(time.realInstant()));
    write(viewer, enabled ? "account.opened" : "account.closed", account.id(), Map.of());
  }

  /**
   * Gives the account a new one-time password and ends its sessions.
   *
   * @return the password, shown once
   */
  @Transactional
  String resetPassword(Viewer viewer, Account account) {
    viewer.require(Permission.ADMINISTER);
    if (account.demo() || account.outside()) {
      throw Viewer.forbidden();
    }
    String password = new OneTimePassword().make();
    Instant from = Validity.after(time.realInstant());
    store.savePassword(account.id(), passwords.hash(password), true, from);
    write(viewer, "account.password-reset", account.id(), Map.of());
    return password;
  }

  private void write(Viewer viewer, String kind, UUID id, Map<String, Object> facts) {
    accounts.forget(id);
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    journal.append(new NewEntry(who, kind, "account:" + id, facts));
  }

  private static Map<String, Object> facts(Post post) {
    return Map.of(
        "roles", String.join(" ", post.roles()),
        "unit", String.valueOf(post.unit()),
        "area", String.valueOf(post.area()),
        "grid", String.valueOf(post.grid()));
  }

  private void refuseBadLogin(String login) {
    if (!LOGIN.matcher(login).matches()) {
      throw refused(
          "login-unusable",
          "login",
          Text.of("这个账号名不能用。", "This login cannot be used."),
          Text.of(
              "请用 2 至 64 个字母、数字、点、横线或下划线。",
              "Use 2 to 64 letters, digits, dots, hyphens or underscores."));
    }
    if (store.findByLogin(login).isPresent()) {
      throw refused(
          "login-taken",
          "login",
          Text.of("已有人用这个账号名。", "This login is taken."),
          Text.of("请换一个。", "Choose another."));
    }
  }

  /** Nobody locks themselves out, or gives themselves more, unseen by a second person. */
  private static void refuseOneself(Viewer viewer, Account account) {
    if (account.id().toString().equals(viewer.account())) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "own-account",
              Text.of("不能修改自己的账户。", "You cannot change your own account."),
              Text.of("请另一位系统管理员来改。", "Ask another administrator.")));
    }
  }

  private static RefusedException refused(String code, String field, Text says, Text next) {
    return new RefusedException(Refusal.invalid(code, field, says, next));
  }
}
