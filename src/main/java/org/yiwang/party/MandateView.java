package org.yiwang.party;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.party.Mandate.Basis;
import org.yiwang.party.Mandate.State;

/** Names the sides of a mandate and tells how it stands today. */
@Component
class MandateView {
  private final Names names;
  private final RelationStore relations;
  private final DistrictTime time;

  MandateView(Names names, RelationStore relations, DistrictTime time) {
    this.names = names;
    this.relations = relations;
    this.time = time;
  }

  Mandate of(MandateStore.Row row) {
    return of(row, name(row.principal()));
  }

  /** As whoever asked sees it: until the other has said yes, only what they wrote themselves. */
  Mandate forAgent(MandateStore.Row row) {
    String asked = row.askedFor();
    return row.given() != null || asked == null
        ? of(row)
        : of(row, new PartyName(row.principal(), PartyName.Kind.PERSON, Text.same(asked)));
  }

  private Mandate of(MandateStore.Row row, PartyName principal) {
    return new Mandate(
        row.id(),
        principal,
        name(row.agent()),
        row.matters(),
        row.until(),
        row.basis(),
        row.state(time.today()),
        row.since());
  }

  /** Firms for which a party acts by law. */
  List<Mandate> representations(UUID self) {
    Instant now = time.instant();
    return relations.list(self).stream()
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.party().equals(self))
        .filter(one -> one.lasts(now))
        .map(this::byLaw)
        .toList();
  }

  private Mandate byLaw(Relation represents) {
    return new Mandate(
        null,
        name(represents.other()),
        name(represents.party()),
        Set.of(),
        null,
        Basis.RELATION,
        State.GIVEN,
        represents.since());
  }

  private PartyName name(UUID party) {
    return names
        .find(party)
        .orElseGet(() -> new PartyName(party, PartyName.Kind.PERSON, Text.same("")));
  }
}
