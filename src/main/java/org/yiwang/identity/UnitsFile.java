package org.yiwang.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** {@code units.yaml}: departments, street offices, centres and companies of the district. */
record UnitsFile(List<UnitLine> units) {

  /** One unit of the file; keys as in {@link Unit}. */
  record UnitLine(
      String id,
      Text name,
      Unit.Kind kind,
      @Nullable String parent,
      @Nullable String area,
      @Nullable String phone) {
    Unit asUnit() {
      return new Unit(id, name, kind, parent, area, phone);
    }
  }
}
