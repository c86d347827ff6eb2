package org.yiwang.operations;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What people say in the demo, in packs. */
@Component
class OperationsPackPart implements PackPart {
  static final DefinitionType<DemoDefinition> DEMO =
      DefinitionType.yaml(
          "demo-cases", DefinitionType.Level.APPLICATION, "demo-cases.yaml", DemoDefinition.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(DEMO);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of();
  }
}
