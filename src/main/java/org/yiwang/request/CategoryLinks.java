package org.yiwang.request;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-21 to LINK-23: a category's unit and lifecycle exist, and its id is its own in the district.
 */
final class CategoryLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> units = new TreeSet<>(Units.idsIn(pack));
    units.add(CategoryRow.STREET);
    Set<String> lifecycles = Cases.lifecyclesIn(pack);
    Set<String> seen = new HashSet<>();
    for (Defined<CategoryRow> defined : pack.list(RequestPackPart.CATEGORIES)) {
      CategoryRow row = defined.value();
      if (!units.contains(row.unit())) {
        problems.add(
            pack.at(row, "unit"),
            "LINK-21",
            "There is no unit \"" + row.unit() + "\"." + problems.nearest(row.unit(), units),
            "Name a unit of units.yaml, or \"street\" for the office of the place's street.");
      }
      lifecycle(pack, problems, defined, lifecycles);
      if (!seen.add(row.id())) {
        problems.add(
            pack.at(row, "id"),
            "LINK-23",
            "The category \"" + row.id() + "\" stands there twice.",
            "Give every category of the district an id of its own.");
      }
    }
  }

  private static void lifecycle(
      PackReading pack, Problems problems, Defined<CategoryRow> defined, Set<String> lifecycles) {
    String application = defined.application() + "/";
    String wanted = defined.value().lifecycle();
    if (lifecycles.contains(application + wanted)) {
      return;
    }
    Set<String> known =
        lifecycles.stream()
            .filter(id -> id.startsWith(application))
            .map(id -> id.substring(application.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    problems.add(
        pack.at(defined.value(), "lifecycle"),
        "LINK-22",
        "There is no lifecycle \"" + wanted + "\"." + problems.nearest(wanted, known),
        "Name one of: " + String.join(", ", known) + ".");
  }
}
