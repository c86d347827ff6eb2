package org.yiwang.request;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.yiwang.place.Metres;

/**
 * Where a report says something is (地点): a position, or only a street's territory where no position
 * is known.
 *
 * @param lon longitude, WGS 84
 * @param lat latitude, WGS 84
 * @param area code of a street, if there is no position
 * @param address in words; made from the nearest landmark if null
 */
public record RequestPlace(
    @Nullable Double lon, @Nullable Double lat, @Nullable String area, @Nullable String address) {
  public static RequestPlace at(double lon, double lat, @Nullable String address) {
    return new RequestPlace(lon, lat, null, address);
  }

  RequestPlace named(@Nullable String words) {
    return new RequestPlace(lon, lat, area, words);
  }

  /** Metres between two places, on a piece of ground as small as a district; none where unknown. */
  OptionalDouble metresTo(RequestPlace other) {
    if (lon == null || lat == null || other.lon == null || other.lat == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Metres.between(lon, lat, other.lon, other.lat));
  }
}
