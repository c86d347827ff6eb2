package org.yiwang.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/**
 * Creates the first administrator of a district that has no real account yet, with a password that
 * is shown once, on the console, and has to be changed at the first sign-in. Not in the demo.
 */
@Component
@Order(11)
class FirstAdministrator implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final Text NAME = Text.of("系统管理员", "Administrator");

  private final Demo demo;
  private final AccountStore store;
  private final Passwords passwords;
  private final Roles roles;
  private final DistrictTime time;
  private final boolean json;

  FirstAdministrator(
      Demo demo,
      AccountStore store,
      Passwords passwords,
      Roles roles,
      DistrictTime time,
      @Value("${logging.structured.format.console:}") String format) {
    this.demo = demo;
    this.store = store;
    this.passwords = passwords;
    this.roles = roles;
    this.time = time;
    this.json = !format.isBlank();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    // A program reads JSON, line by line.
    create(json ? line -> LOG.info(line.strip()) : System.out::println);
  }

  void create(Consumer<String> console) {
    List<Account> existing = store.list();
    if (demo.on() || existing.stream().anyMatch(account -> !account.demo())) {
      return;
    }
    Set<String> taken = existing.stream().map(Account::login).collect(Collectors.toSet());
    String login =
        Stream.of("admin", "administrator", "first-administrator")
            .filter(name -> !taken.contains(name))
            .findFirst()
            .orElseThrow();
    String password = new OneTimePassword().make();
    Post post = new Post(administering(), null, null, null);
    store.insert(
        new NewAccount(login, NAME, post, passwords.hash(password), true, false),
        Validity.from(time.realInstant()));
    console.accept("  First sign-in 首次登录:   account 账号 " + login + "   password 密码 " + password);
    console.accept("  Shown only now; it has to be changed when signing in. 仅显示这一次，登录后须立即修改。");
  }

  private Set<String> administering() {
    return roles.listRoles().stream()
        .filter(role -> role.permissions().contains(Permission.ADMINISTER))
        .map(Role::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
