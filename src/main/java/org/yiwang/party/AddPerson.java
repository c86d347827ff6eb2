package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.PartyName.Kind;

/**
 * Begins the file of somebody without an account (窗口建档), from the document that they showed. Nobody
 * gets a second file: whoever has that number already is found by it.
 */
@Component
class AddPerson {
  private static final int LONGEST_NAME = 60;

  private final PartyStore parties;
  private final FactStore facts;
  private final GrowFile grow;
  private final FactKinds kinds;
  private final Phones phones;
  private final DistrictTime time;

  AddPerson(
      PartyStore parties,
      FactStore facts,
      GrowFile grow,
      FactKinds kinds,
      Phones phones,
      DistrictTime time) {
    this.parties = parties;
    this.facts = facts;
    this.grow = grow;
    this.kinds = kinds;
    this.phones = phones;
    this.time = time;
  }

  /** Everything that is wrong with what was typed; none if the file can be begun. */
  List<Refusal> wrongWith(NewPerson person) {
    List<Refusal> wrong = new ArrayList<>(misspelt(person));
    String number = FactStore.normal(person.number());
    boolean known = !grow.findByIdentifier(number).isEmpty();
    if (known && FactValue.wrong(number(person), number).isEmpty()) {
      wrong.add(PartyRefusals.personKnown());
    }
    return wrong;
  }

  /** What cannot be so, whoever it is: name, number and telephone as they were typed. */
  List<Refusal> misspelt(NewPerson person) {
    List<Refusal> wrong = new ArrayList<>();
    if (person.name().isBlank() || person.name().length() > LONGEST_NAME) {
      wrong.add(PartyRefusals.personUnnamed());
    }
    FactValue.wrong(number(person), FactStore.normal(person.number()))
        .map(PartyRefusals::numberWrong)
        .ifPresent(wrong::add);
    if (person.phone() != null && !FactValue.phone(person.phone())) {
      wrong.add(PartyRefusals.phoneWrong());
    }
    return wrong;
  }

  /** The kind of number that is typed. */
  FactKind number(NewPerson person) {
    return kinds.numbersOf(Kind.PERSON).stream()
        .filter(kind -> person.kind() == null || kind.id().equals(person.kind()))
        .findFirst()
        .orElseThrow(() -> new RefusedException(PartyRefusals.noNumbersHere()));
  }

  /** Nobody else begins a file with that number until the transaction ends. */
  void alone(NewPerson person) {
    facts.alone(person.number());
  }

  /**
   * @throws RefusedException INVALID with everything that is wrong
   */
  UUID add(NewPerson person, Actor by) {
    FactKind number = number(person);
    alone(person);
    List<Refusal> wrong = wrongWith(person);
    if (!wrong.isEmpty()) {
      throw new RefusedException(wrong);
    }
    String name = person.name().strip();
    String phone = person.phone() == null ? null : phones.normal(person.phone());
    UUID party = parties.insert(new Contact(name, phone, null), time.instant());
    List<NewFact> seen = new ArrayList<>();
    kinds.naming(Kind.PERSON).ifPresent(kind -> seen.add(confirmed(kind, name, person)));
    seen.add(confirmed(number, FactStore.normal(person.number()), person));
    if (phone != null) {
      kinds.phoneOf(Kind.PERSON).ifPresent(kind -> seen.add(stated(kind, phone, person)));
    }
    grow.learn(party, seen, by);
    return party;
  }

  private static NewFact confirmed(FactKind kind, String value, NewPerson of) {
    return new NewFact(kind.id(), value, of.source(), Fact.Confidence.CONFIRMED, null);
  }

  private static NewFact stated(FactKind kind, String value, NewPerson of) {
    return new NewFact(kind.id(), value, of.source(), Fact.Confidence.STATED, null);
  }
}
