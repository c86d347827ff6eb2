package org.yiwang.identity;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.PeopleFile.PersonLine;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;

/** Creates the pack's invented people when the demo is on, and follows the pack when it changes. */
@Component
@Order(10)
class DemoPeople implements ApplicationRunner {
  private final District district;
  private final Demo demo;
  private final AccountStore store;
  private final Passwords passwords;
  private final DistrictTime time;
  private final List<DemoPerson> shown;

  DemoPeople(
      District district,
      Demo demo,
      AccountStore store,
      Passwords passwords,
      DistrictTime time,
      Roles roles,
      Units units) {
    this.district = district;
    this.demo = demo;
    this.store = store;
    this.passwords = passwords;
    this.time = time;
    this.shown = demo.on() ? lines().stream().map(p -> shown(p, roles, units)).toList() : List.of();
  }

  /** Whom visitors may be; empty when the demo is off. */
  List<DemoPerson> list() {
    return shown;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!demo.on()) {
      return;
    }
    String hash = null;
    for (PersonLine person : lines()) {
      Optional<Account> existing = store.findByLogin(person.account());
      if (existing.isPresent()) {
        follow(existing.get(), person);
      } else {
        // Everybody's password is the same and public, so one hash serves all and starts fast.
        hash = hash == null ? passwords.hash(Demo.PASSWORD) : hash;
        store.insert(account(person, hash), Validity.from(time.realInstant()));
      }
    }
  }

  private void follow(Account account, PersonLine person) {
    if (account.demo()) {
      store.savePost(account.id(), post(person));
    }
  }

  private List<PersonLine> lines() {
    return district.list(IdentityPackPart.PEOPLE).stream()
        .flatMap(file -> file.value().people().stream())
        .toList();
  }

  private static Post post(PersonLine person) {
    return new Post(new TreeSet<>(person.roles()), person.unit(), person.area(), person.grid());
  }

  private static NewAccount account(PersonLine person, String hash) {
    return new NewAccount(person.account(), person.name(), post(person), hash, false, true);
  }

  private static DemoPerson shown(PersonLine person, Roles roles, Units units) {
    List<Text> held =
        person.roles().stream()
            .map(id -> roles.findRole(id).map(Role::name).orElse(Text.same(id)))
            .toList();
    Text unit =
        Optional.ofNullable(person.unit())
            .flatMap(units::findUnit)
            .map(Unit::name)
            .orElse(Text.same(""));
    return new DemoPerson(person.account(), person.name(), held, unit, person.announced());
  }
}
