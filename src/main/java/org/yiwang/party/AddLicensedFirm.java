package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.PartyName.Kind;

/**
 * Begins the file of a firm from its licence (企业窗口建档), with its legal representative, who is there:
 * found by the number of their document, or begun too. No firm gets a second file. A person is
 * found by that number alone: of the kind that was chosen, current, and confirmed from the
 * original.
 */
@Component
class AddLicensedFirm {
  private static final int LONGEST_NAME = 100;

  private final AddPerson people;
  private final FactStore facts;
  private final GrowFile grow;
  private final FactKinds kinds;
  private final Names names;
  private final DistrictTime time;

  AddLicensedFirm(
      AddPerson people,
      FactStore facts,
      GrowFile grow,
      FactKinds kinds,
      Names names,
      DistrictTime time) {
    this.time = time;
    this.people = people;
    this.facts = facts;
    this.grow = grow;
    this.kinds = kinds;
    this.names = names;
  }

  /** Everything that is wrong with what was typed; none if the file can be begun. */
  List<Refusal> wrongWith(LicensedFirm firm) {
    List<Refusal> wrong = new ArrayList<>();
    if (firm.name().isBlank() || firm.name().length() > LONGEST_NAME) {
      wrong.add(PartyRefusals.firmUnnamed());
    }
    String code = FactStore.normal(firm.code());
    Optional<Refusal> fault = FactValue.wrong(code(), code).map(PartyRefusals::codeWrong);
    fault.ifPresent(wrong::add);
    if (fault.isEmpty() && !grow.findByIdentifier(code).isEmpty()) {
      wrong.add(PartyRefusals.firmKnown());
    }
    wrong.addAll(wrongWith(firm.representative()));
    return wrong;
  }

  private List<Refusal> wrongWith(NewPerson representative) {
    Optional<UUID> known = find(representative);
    if (known.isEmpty()) {
      return people.wrongWith(representative);
    }
    List<Refusal> wrong = new ArrayList<>(people.misspelt(representative));
    if (!called(known.get(), representative.name())) {
      wrong.add(PartyRefusals.representativeNamed());
    }
    return wrong;
  }

  /** The file of the representative, if there is exactly one. */
  Optional<UUID> find(NewPerson person) {
    FactKind kind = people.number(person);
    String number = FactStore.normal(person.number());
    List<UUID> found =
        facts.listByValue(List.of(kind), number).stream()
            .filter(party -> names.find(party).filter(of -> of.kind() == Kind.PERSON).isPresent())
            .filter(party -> holds(party, kind, number))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Whether it is their number now, seen by an officer or said by a credential. */
  private boolean holds(UUID party, FactKind kind, String number) {
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> fact.confidence() == Fact.Confidence.CONFIRMED)
        .filter(fact -> fact.kind().equals(kind.id()))
        .anyMatch(fact -> FactStore.normal(fact.value()).equals(number));
  }

  /** Whether a representative who has a file is called as it was typed. */
  boolean called(NewPerson representative) {
    return find(representative).filter(party -> called(party, representative.name())).isPresent();
  }

  private boolean called(UUID party, String name) {
    return names
        .find(party)
        .filter(own -> own.kind() == Kind.PERSON)
        .filter(own -> FactStore.normal(own.name().zh()).equals(FactStore.normal(name)))
        .isPresent();
  }

  private FactKind code() {
    return kinds
        .numberOf(Kind.FIRM)
        .orElseThrow(() -> new RefusedException(PartyRefusals.noCodesHere()));
  }

  /**
   * @throws RefusedException INVALID with everything that is wrong
   */
  UUID add(LicensedFirm firm, Actor by) {
    FactKind code = code();
    facts.alone(firm.code());
    people.alone(firm.representative());
    List<Refusal> wrong = wrongWith(firm);
    if (!wrong.isEmpty()) {
      throw new RefusedException(wrong);
    }
    UUID representative =
        find(firm.representative()).orElseGet(() -> people.add(firm.representative(), by));
    String name = firm.name().strip();
    List<NewFact> seen = new ArrayList<>();
    kinds.naming(Kind.FIRM).ifPresent(kind -> seen.add(confirmed(kind, name, firm)));
    seen.add(confirmed(code, FactStore.normal(firm.code()), firm));
    return grow.addFirm(new NewFirm(Text.same(name), representative, seen, firm.source()), by);
  }

  private static NewFact confirmed(FactKind kind, String value, LicensedFirm of) {
    return new NewFact(kind.id(), value, of.source(), Fact.Confidence.CONFIRMED, null);
  }
}
