package org.yiwang.identity;

import java.util.Set;
import org.yiwang.pack.ApplicationDefinition;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** The unit that answers for an application is a unit of the district. */
final class OwnerCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> units = Units.idsIn(pack);
    for (var defined : pack.list(ApplicationDefinition.TYPE)) {
      String owner = defined.value().owner();
      if (!units.contains(owner)) {
        problems.add(
            pack.at(defined.value(), "owner"),
            "LINK-17",
            "The owner \"%s\" is not declared as a unit.".formatted(owner),
            "Name a unit of units.yaml." + problems.nearest(owner, units));
      }
    }
  }
}
