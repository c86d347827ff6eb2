package org.yiwang.place;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Turns numbers into positions, refusing those that are none. */
final class Positions {
  private Positions() {}

  static boolean possible(double lon, double lat) {
    // NaN fails every comparison
    return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
  }

  static Point point(double lon, double lat) {
    if (!possible(lon, lat)) {
      throw new RefusedException(
          possible(lat, lon) ? refusal("lat", TURNED_ROUND) : refusal("lon", TYPE_AGAIN));
    }
    return GeoJson.WGS84.createPoint(new Coordinate(lon, lat));
  }

  /** From what somebody typed or a program sent. */
  static double number(String field, String written) {
    try {
      return Double.parseDouble(written.strip());
    } catch (NumberFormatException e) {
      throw new RefusedException(refusal(field, TYPE_AGAIN));
    }
  }

  private static final Text TURNED_ROUND =
      Text.of("经度和纬度好像写反了，请换过来。", "Longitude and latitude seem to be swapped: turn them round.");
  private static final Text TYPE_AGAIN =
      Text.of("请在地图上重新选一个位置，或填写地址。", "Choose the place on the map again, or write an address.");

  private static Refusal refusal(String field, Text next) {
    return Refusal.invalid(
        "position-impossible",
        field,
        Text.of("这不是地球上的位置。", "This is not a position on Earth."),
        next);
  }
}
