package org.yiwang.identity;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** One row of {@code units/*.csv}: a residents' committee (居委) with the place of its office. */
record CommitteeLine(
    String id,
    Text name,
    String parent,
    @Nullable String area,
    @Nullable Double lon,
    @Nullable Double lat) {
  Unit asUnit() {
    return new Unit(id, name, Unit.Kind.COMMITTEE, parent, area, null);
  }
}
