package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.PartyName.Kind;

/**
 * Begins the file of a firm from its licence (企业窗口建档), with its legal representative, who is there:
 * found by the number of their document, or begun too. No firm gets a second file.
 */
@Component
class AddLicensedFirm {
  private static final int LONGEST_NAME = 100;

  private final AddPerson people;
  private final FactStore facts;
  private final GrowFile grow;
  private final FactKinds kinds;
  private final Names names;

  AddLicensedFirm(AddPerson people, FactStore facts, GrowFile grow, FactKinds kinds, Names names) {
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
    Optional<UUID> known = known(firm.representative());
    if (known.isEmpty()) {
      wrong.addAll(people.wrongWith(firm.representative()));
    } else if (!called(known.get(), firm.representative().name())) {
      wrong.add(PartyRefusals.representativeNamed());
    }
    return wrong;
  }

  /** The file of the representative, if there is one. */
  private Optional<UUID> known(NewPerson person) {
    return grow.findByIdentifier(person.number()).stream().findFirst();
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
    facts.alone(code, firm.code());
    people.alone(firm.representative());
    List<Refusal> wrong = wrongWith(firm);
    if (!wrong.isEmpty()) {
      throw new RefusedException(wrong);
    }
    UUID representative =
        known(firm.representative()).orElseGet(() -> people.add(firm.representative(), by));
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
