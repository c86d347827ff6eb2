package org.yiwang.matter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody pointed on the map (图钉), WGS 84 degrees, to a tenth of a metre.
 *
 * @param lon longitude, -180 to 180
 * @param lat latitude, -90 to 90
 */
public record Pin(String lon, String lat) {
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");
  private static final Pattern BOTH = Pattern.compile("(\\S+) (\\S+)");

  /** From what a form sent; empty unless both are degrees on this planet. */
  public static Optional<Pin> of(@Nullable String lon, @Nullable String lat) {
    return lon != null && lat != null && degrees(lon, 180) && degrees(lat, 90)
        ? Optional.of(new Pin(lon.strip(), lat.strip()))
        : Optional.empty();
  }

  static Optional<Pin> parse(String written) {
    Matcher both = BOTH.matcher(written);
    return both.matches() ? of(both.group(1), both.group(2)) : Optional.empty();
  }

  private static boolean degrees(String number, int most) {
    return DEGREES.matcher(number.strip()).matches()
        && Math.abs(Double.parseDouble(number.strip())) <= most;
  }

  public double east() {
    return Double.parseDouble(lon);
  }

  public double north() {
    return Double.parseDouble(lat);
  }

  /** As it is kept: longitude and latitude. */
  @Override
  public String toString() {
    return lon + " " + lat;
  }
}
