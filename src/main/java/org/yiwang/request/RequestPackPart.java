package org.yiwang.request;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What this module reads from packs: categories, and how files of other systems are imported. */
@Component
class RequestPackPart implements PackPart {
  static final DefinitionType<CategoryRow> CATEGORIES =
      DefinitionType.csv("categories", Level.APPLICATION, "categories.csv", CategoryRow.class);
  static final DefinitionType<ImportMapping> IMPORTS =
      DefinitionType.yaml("import", Level.APPLICATION, "imports/*.yaml", ImportMapping.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(CATEGORIES, IMPORTS);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new CategoryLinks(), new ImportLinks());
  }
}
