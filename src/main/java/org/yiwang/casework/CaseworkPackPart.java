package org.yiwang.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.Extending;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** Lifecycles in packs. */
@Component
class CaseworkPackPart implements PackPart {
  static final DefinitionType<LifecycleDefinition> LIFECYCLES =
      DefinitionType.yaml(
              "lifecycle",
              DefinitionType.Level.APPLICATION,
              "lifecycles/*.yaml",
              LifecycleDefinition.class)
          .with(new Extending(List.of("id", "version", "name"), "LIFE-51", "LIFE-52", "LIFE-53"));

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(LIFECYCLES);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(
        new LifecycleLinks(),
        new LifecycleReach(),
        new LifecycleSpin(),
        new LifecycleRoles(),
        new LifecycleTells(),
        new LifecycleTold(),
        new ParallelLinks(),
        new OpinionLifecycles());
  }
}
