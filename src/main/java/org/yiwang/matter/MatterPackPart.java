package org.yiwang.matter;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What this module reads from packs: matters, their forms, bundles and life events. */
@Component
class MatterPackPart implements PackPart {
  static final DefinitionType<Matter> MATTERS =
      DefinitionType.yaml("matter", Level.APPLICATION, "matters/*.yaml", Matter.class);
  static final DefinitionType<Form> FORMS =
      DefinitionType.yaml("form", Level.APPLICATION, "forms/*.yaml", Form.class);
  static final DefinitionType<Bundle> BUNDLES =
      DefinitionType.yaml("bundle", Level.APPLICATION, "bundles/*.yaml", Bundle.class);
  static final DefinitionType<StartCode.CodesFile> CODES =
      DefinitionType.yaml("codes", Level.APPLICATION, "codes.yaml", StartCode.CodesFile.class);
  static final DefinitionType<LifeEventRow> LIFE_EVENTS =
      DefinitionType.csv("life-events", Level.APPLICATION, "life-events.csv", LifeEventRow.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(MATTERS, FORMS, BUNDLES, CODES, LIFE_EVENTS);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(
        new MatterLinks(),
        new MatterSense(),
        new PromiseSense(),
        new CrossRegionSense(),
        new FormSense(),
        new BundleLinks(),
        new StartCodeLinks());
  }
}
