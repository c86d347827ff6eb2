package org.yiwang.place;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * A flat picture of the district in metres, from the south-west corner of its outline:
 * equirectangular at its middle latitude. Over a city of 30 km it is right to some metres; used for
 * distances and for drawing, never to decide what lies inside.
 */
final class LocalPlane {
  private final Envelope bounds;
  private final double eastScale;

  LocalPlane(Envelope bounds) {
    this.bounds = bounds;
    this.eastScale = Metres.east(1, bounds.centre().y);
  }

  /** Metres east and north of the corner. */
  Coordinate at(double lon, double lat) {
    return new Coordinate(
        (lon - bounds.getMinX()) * eastScale, Metres.north(lat - bounds.getMinY()));
  }

  /** Longitude and latitude of a point of the plane. */
  Coordinate back(double east, double north) {
    return new Coordinate(
        bounds.getMinX() + east / eastScale, bounds.getMinY() + Metres.degreesNorth(north));
  }

  double width() {
    return bounds.getWidth() * eastScale;
  }

  double height() {
    return Metres.north(bounds.getHeight());
  }

  Geometry flat(Geometry wgs84) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence positions, Geometry parent) {
        CoordinateSequence moved = positions.copy();
        for (int i = 0; i < moved.size(); i++) {
          Coordinate at = at(moved.getX(i), moved.getY(i));
          moved.setOrdinate(i, 0, at.x);
          moved.setOrdinate(i, 1, at.y);
        }
        return moved;
      }
    }.transform(wgs84);
  }
}
