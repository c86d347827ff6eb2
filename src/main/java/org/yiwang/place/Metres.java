package org.yiwang.place;

/**
 * Metres on the small flat piece of ground that a district is (米制换算): good to some decimetres over
 * a few kilometres, on any latitude that people live at.
 */
public final class Metres {
  /** A degree of latitude, and of longitude at the equator (WGS 84, mean). */
  private static final double A_DEGREE = 111_320;

  private Metres() {}

  /** How far two places are from each other, in degrees each. */
  public static double between(double lon, double lat, double otherLon, double otherLat) {
    return Math.hypot(east(otherLon - lon, lat), north(otherLat - lat));
  }

  /** So many degrees of longitude at a latitude, in metres. */
  public static double east(double degrees, double lat) {
    return degrees * A_DEGREE * squeeze(lat);
  }

  /** So many degrees of latitude, in metres. */
  public static double north(double degrees) {
    return degrees * A_DEGREE;
  }

  /** So many metres to the east at a latitude, in degrees. */
  public static double degreesEast(double metres, double lat) {
    return metres / A_DEGREE / squeeze(lat);
  }

  /** So many metres to the north, in degrees. */
  public static double degreesNorth(double metres) {
    return metres / A_DEGREE;
  }

  /** Not zero at a pole, where nobody reports anything. */
  private static double squeeze(double lat) {
    return Math.max(0.01, Math.cos(Math.toRadians(lat)));
  }
}
