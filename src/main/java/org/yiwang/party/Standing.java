package org.yiwang.party;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/** Whose accounts stand for a party (代表主体的账户): its own, and for a firm its representatives'. */
@Component
class Standing {
  private final PartyStore parties;
  private final RelationStore relations;
  private final DistrictTime time;

  Standing(PartyStore parties, RelationStore relations, DistrictTime time) {
    this.parties = parties;
    this.relations = relations;
    this.time = time;
  }

  Set<String> accounts(UUID party) {
    Set<String> accounts = new LinkedHashSet<>();
    parties.findAccount(party).ifPresent(accounts::add);
    relations.list(party).stream()
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.other().equals(party) && one.lasts(time.instant()))
        .forEach(one -> parties.findAccount(one.party()).ifPresent(accounts::add));
    return accounts;
  }
}
