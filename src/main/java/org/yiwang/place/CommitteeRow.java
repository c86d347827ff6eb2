package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** What is read here of one row of {@code units/committees.csv}: a residents' committee (居委). */
record CommitteeRow(
    String id,
    Text name,
    @Nullable String parent,
    @Nullable String area,
    @Nullable Double lon,
    @Nullable Double lat) {

  Landmark landmark() {
    return new Landmark(id, name, "committee", null, lon, lat, area, null);
  }
}
