package org.yiwang.party;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What this module reads from a pack: kinds of facts, and the demo's firms and relations. */
@Component
class PartyPackPart implements PackPart {
  static final DefinitionType<PartyFile> KINDS =
      DefinitionType.yaml("party", Level.DISTRICT, "party.yaml", PartyFile.class);
  static final DefinitionType<DemoFile> DEMO =
      DefinitionType.yaml("parties", Level.DISTRICT, "parties/*.yaml", DemoFile.class);

  PartyPackPart() {}

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(KINDS, DEMO);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new FactKindsCheck(), new RelationRulesCheck(), new DemoFileCheck());
  }
}
