package org.yiwang.pack;

import java.util.List;

/**
 * What one module adds to the reading of packs (城区包): the file types it understands and the checks
 * it makes. Stateless, package-private in its module, with a constructor without arguments; found
 * by scanning, both by the running program and by {@code ./yiwang pack check}.
 */
public interface PackPart {
  List<DefinitionType<?>> types();

  List<PackCheck> checks();
}
