package org.yiwang.party;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Whether what a credential says of its holder can be said of a party (证照与档案核对): it is compared
 * where it identifies somebody, such as a name or a number, and something is known to compare with.
 */
@Component
class FitsFile {
  private final FactStore facts;
  private final FactKinds kinds;
  private final Names names;
  private final DistrictTime time;

  FitsFile(FactStore facts, FactKinds kinds, Names names, DistrictTime time) {
    this.facts = facts;
    this.kinds = kinds;
    this.names = names;
    this.time = time;
  }

  /** Whether it fits at least one of them, or nothing is known of any. */
  boolean fits(Collection<UUID> parties, String type, String claim, String said) {
    return kinds.ofClaim(type, claim).stream()
        .filter(FactKind::identifies)
        .allMatch(kind -> fits(parties, kind, said));
  }

  private boolean fits(Collection<UUID> parties, FactKind kind, String said) {
    List<String> known =
        parties.stream()
            .flatMap(party -> known(party, kind))
            .filter(one -> !one.isBlank())
            .toList();
    return known.isEmpty()
        || known.stream().anyMatch(one -> FactStore.normal(one).equals(FactStore.normal(said)));
  }

  private Stream<String> known(UUID party, FactKind kind) {
    return names.find(party).filter(name -> kind.fits(name.kind())).stream()
        .flatMap(name -> Stream.concat(confirmed(party, kind), heading(name, kind)));
  }

  private Stream<String> confirmed(UUID party, FactKind kind) {
    return GrowFile.current(facts.list(party), time.instant()).stream()
        .filter(fact -> fact.kind().equals(kind.id()))
        .filter(fact -> fact.confidence() == Fact.Confidence.CONFIRMED)
        .map(Fact::value);
  }

  /** As the file is headed, if the kind is how such a party is called. */
  private Stream<String> heading(PartyName name, FactKind kind) {
    return kinds.naming(name.kind()).filter(kind::equals).stream()
        .flatMap(naming -> Stream.of(name.name().zh(), name.name().en()));
  }
}
