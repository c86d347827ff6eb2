package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Something that people name when they say where (地标): a place, a committee, a road, a street.
 *
 * @param kind what it is, e.g. {@code park}, {@code metro-station}, {@code committee}, {@code
 *     road}, {@code area}
 * @param address road and number
 * @param lon longitude (WGS 84); null where only the street is known
 * @param lat latitude (WGS 84)
 * @param area code of the street
 * @param note what a reader must know about this answer, e.g. that the exact number is not known
 */
public record Landmark(
    String id,
    Text name,
    String kind,
    @Nullable String address,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String area,
    @Nullable Text note) {

  Landmark noted(Text words) {
    return new Landmark(id, name, kind, address, lon, lat, area, words);
  }
}
