package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.CheckDigits;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.Mandates;

/**
 * An officer finds whoever stands at the counter (窗口接待), by what they state: an identifier, a
 * telephone number, an account, or the name with four digits. Finding is a look, with its purpose,
 * that the person sees at once.
 */
@Component
class ReceiveVisitor {
  private static final int LONGEST = 200;
  private static final String CHECKED = "[0-9A-Z]{18}";

  private final VisitStore store;
  private final Mandates mandates;
  private final FactKinds kinds;
  private final Acting acting;
  private final Accounts accounts;
  private final AccessLog access;
  private final Journal journal;

  ReceiveVisitor(
      VisitStore store,
      Mandates mandates,
      FactKinds kinds,
      Acting acting,
      Accounts accounts,
      AccessLog access,
      Journal journal) {
    this.store = store;
    this.mandates = mandates;
    this.kinds = kinds;
    this.acting = acting;
    this.accounts = accounts;
    this.access = access;
    this.journal = journal;
  }

  /**
   * As typed.
   *
   * @param named identifier, telephone number, account or name
   * @param digits the last four of an identifier, beside a name
   * @param purpose what they came for
   */
  record Typed(@Nullable String named, @Nullable String digits, @Nullable String purpose) {
    static Typed empty() {
      return new Typed("", "", "");
    }

    Typed clean() {
      return new Typed(plain(named), plain(digits), plain(purpose));
    }

    private static String plain(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /**
   * @return the visit's id
   * @throws RefusedException FORBIDDEN without the permission; INVALID with every fault
   */
  @Transactional
  UUID receive(Viewer officer, Typed given) {
    officer.require(Permission.TAKE_IN);
    Typed typed = given.clean();
    List<Refusal> faults = new ArrayList<>();
    String purpose = String.valueOf(typed.purpose());
    Optional<UUID> party = find(officer, typed, faults);
    if (!says(purpose)) {
      faults.add(WindowRefusals.noPurpose());
    }
    if (party.isEmpty() || !faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return begin(officer, party.get(), purpose);
  }

  private Optional<UUID> find(Viewer officer, Typed typed, List<Refusal> faults) {
    String named = String.valueOf(typed.named());
    if (named.isEmpty()) {
      faults.add(WindowRefusals.notNamed());
      return Optional.empty();
    }
    if (wrong(named)) {
      faults.add(WindowRefusals.wrongNumber());
      return Optional.empty();
    }
    Optional<UUID> party = mandates.findParty(named, String.valueOf(typed.digits()));
    if (party.isEmpty()) {
      faults.add(WindowRefusals.notFound());
    } else if (party.get().equals(acting.self(officer))) {
      faults.add(WindowRefusals.oneself());
    }
    return party;
  }

  /** Whether it looks like a national identifier that the district keeps, and is none. */
  private boolean wrong(String named) {
    String plain = named.replace(" ", "").toUpperCase(Locale.ROOT);
    return plain.matches(CHECKED)
        && kinds.listKinds().stream().anyMatch(FactKind::national)
        && !CheckDigits.person(plain)
        && !CheckDigits.firm(plain);
  }

  /** Whether it says what for. */
  static boolean says(String purpose) {
    return purpose.length() >= 2 && purpose.length() <= LONGEST;
  }

  /** Writes down that they are here, and what for; joins the transaction of whoever calls. */
  UUID begin(Viewer officer, UUID party, String purpose) {
    return begin(officer, party, purpose, null);
  }

  /**
   * @param about what was sent before, if they come about that; null for something new
   */
  @Transactional
  UUID begin(Viewer officer, UUID party, String purpose, CounterVisit.@Nullable About about) {
    String account = officer.requireSignedIn();
    String unit = accounts.findAccount(UUID.fromString(account)).map(Account::unit).orElse(null);
    VisitStore.Arrival arrival = new VisitStore.Arrival(account, unit, about);
    Optional<UUID> twin = store.findTwin(arrival, party, purpose);
    if (twin.isPresent()) {
      return twin.get();
    }
    UUID visit = store.insert(arrival, party, purpose);
    String subject = CounterVisit.PREFIX + visit;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("for", "party:" + party);
    facts.put("unit", String.valueOf(unit));
    if (about != null) {
      facts.put("serves", "submission:" + about.submission());
    }
    journal.append(new NewEntry(actor(officer), "visit.came", subject, facts));
    access.read(officer, AccessLog.Sight.ofParty(subject, party), came(purpose));
    return visit;
  }

  /** What whoever came reads of it. */
  static Text came(String purpose) {
    return Text.of("窗口接待：%s", "At the counter: %s").with(purpose);
  }

  static Actor actor(Viewer officer) {
    return new Actor(Actor.Kind.PERSON, officer.account(), officer.name());
  }
}
