package org.yiwang.party;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.pack.District;
import org.yiwang.pack.PackReading;
import org.yiwang.party.DemoFile.FirmLine;

/** Finds the demo's invented firms by what the pack calls them: by an identifier of theirs. */
@Component
class DemoFirms {
  private final District district;
  private final FactKinds kinds;
  private final GrowFile grow;

  DemoFirms(District district, FactKinds kinds, GrowFile grow) {
    this.district = district;
    this.kinds = kinds;
    this.grow = grow;
  }

  Optional<UUID> find(String id) {
    return district.list(PartyPackPart.DEMO).stream()
        .flatMap(file -> file.value().firms().stream())
        .filter(firm -> firm.id().equals(id))
        .flatMap(this::find)
        .findFirst();
  }

  /** Parties that an identifier of the firm leads to. */
  Stream<UUID> find(FirmLine firm) {
    return firm.facts().entrySet().stream()
        .filter(fact -> kinds.findKind(fact.getKey()).filter(FactKind::masked).isPresent())
        .flatMap(fact -> grow.findByIdentifier(fact.getValue()).stream());
  }

  static Set<String> idsIn(PackReading pack) {
    Set<String> ids = new TreeSet<>();
    pack.list(PartyPackPart.DEMO)
        .forEach(file -> file.value().firms().forEach(firm -> ids.add(firm.id())));
    return ids;
  }
}
