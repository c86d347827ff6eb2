package org.yiwang.story;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** Stories in packs. */
@Component
class StoryPackPart implements PackPart {
  static final DefinitionType<StoryDefinition> STORIES =
      DefinitionType.yaml(
          "story", DefinitionType.Level.APPLICATION, "stories/*.yaml", StoryDefinition.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(STORIES);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new StoryLinks(), new StoryForm());
  }
}
