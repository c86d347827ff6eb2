package org.yiwang.request;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.request.ImportMapping.CategoryLine;
import org.yiwang.request.ImportMapping.DepartmentLine;

/** LINK-24 and LINK-25: an import leads to categories and units that exist. */
final class ImportLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<ImportMapping> defined : pack.list(RequestPackPart.IMPORTS)) {
      Set<String> categories =
          pack.list(RequestPackPart.CATEGORIES).stream()
              .filter(row -> row.application().equals(defined.application()))
              .map(Defined::id)
              .collect(Collectors.toCollection(TreeSet::new));
      new Reading(pack, problems, categories, new TreeSet<>(Units.idsIn(pack)))
          .check(defined.value());
    }
  }

  private record Reading(
      PackReading pack, Problems problems, Set<String> categories, Set<String> units) {
    void check(ImportMapping mapping) {
      for (CategoryLine line : mapping.categories()) {
        category(line, "category", line.category());
      }
      category(mapping, "other-category", mapping.otherCategory());
      for (DepartmentLine line : mapping.departments()) {
        unit(line, "unit", line.unit());
      }
      unit(mapping, "other-department", mapping.otherDepartment());
    }

    private void category(Object in, String key, @Nullable String id) {
      if (id != null && !categories.contains(id)) {
        problems.add(
            pack.at(in, key),
            "LINK-24",
            "There is no category \"" + id + "\"." + problems.nearest(id, categories),
            "Name a category of this application's categories.csv.");
      }
    }

    private void unit(Object in, String key, @Nullable String id) {
      if (id != null && !units.contains(id)) {
        problems.add(
            pack.at(in, key),
            "LINK-25",
            "There is no unit \"" + id + "\"." + problems.nearest(id, units),
            "Name a unit of units.yaml.");
      }
    }
  }
}
