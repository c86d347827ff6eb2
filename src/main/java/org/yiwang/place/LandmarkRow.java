package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** One row of {@code places/landmarks.csv}. */
record LandmarkRow(
    String id,
    Text name,
    String kind,
    @Nullable String address,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String area) {

  Landmark landmark() {
    return new Landmark(id, name, kind, address, lon, lat, area, null);
  }
}
