package org.yiwang.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Draws shapes as SVG paths: cut to the map's edge, and no finer than the eye sees. */
final class MapDrawing {
  private static final double BELOW = 24;
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private final BaseMap frame;
  private final Geometry edge;
  private final double unit;

  private MapDrawing(Envelope bounds) {
    double squeeze = Math.cos(Math.toRadians(bounds.centre().y));
    int height =
        (int) Math.round(BaseMap.WIDTH * bounds.getHeight() / (bounds.getWidth() * squeeze));
    this.frame =
        new BaseMap(
            bounds.getMinX(),
            bounds.getMinY(),
            bounds.getMaxX(),
            bounds.getMaxY(),
            height,
            List.of(),
            List.of());
    this.unit = bounds.getWidth() / BaseMap.WIDTH;
    Envelope outside = new Envelope(bounds);
    outside.expandBy(unit * 8);
    this.edge = SHAPES.toGeometry(outside);
  }

  /** Names of what is drawn first have the first choice of room. */
  static BaseMap draw(Envelope bounds, List<BaseMap.Shape> shapes, boolean pinned) {
    MapDrawing drawing = new MapDrawing(bounds);
    MapLabels labels = new MapLabels(BaseMap.WIDTH, drawing.frame.height());
    if (pinned) {
      labels.keepFree(BaseMap.WIDTH / 2.0, drawing.frame.height() / 2.0);
    }
    List<BaseMap.Path> paths = new ArrayList<>();
    for (BaseMap.Shape shape : shapes) {
      Geometry seen = drawing.cut(shape.geometry());
      if (!seen.isEmpty()) {
        paths.add(labels.fitted(drawing.path(shape, seen)));
      }
    }
    BaseMap f = drawing.frame;
    return new BaseMap(
        f.west(), f.south(), f.east(), f.north(), f.height(), List.copyOf(paths), List.of());
  }

  private Geometry cut(Geometry shape) {
    Geometry plain = DouglasPeuckerSimplifier.simplify(shape, unit * 0.7);
    if (edge.getEnvelopeInternal().contains(plain.getEnvelopeInternal())) {
      return plain;
    }
    try {
      return plain.intersection(edge);
    } catch (TopologyException crossing) {
      return plain;
    }
  }

  private BaseMap.Path path(BaseMap.Shape shape, Geometry seen) {
    StringBuilder d = new StringBuilder();
    write(seen, d);
    Point middle = seen.getInteriorPoint();
    return new BaseMap.Path(
        shape.look(),
        d.toString(),
        shape.label(),
        Math.rint(frame.x(middle.getX())),
        Math.rint(frame.y(middle.getY())) + (seen.getDimension() == 0 ? BELOW : 0),
        false);
  }

  private void write(Geometry shape, StringBuilder d) {
    switch (shape) {
      case Polygon polygon -> {
        line(polygon.getExteriorRing(), d).append('z');
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          line(polygon.getInteriorRingN(i), d).append('z');
        }
      }
      case LineString line -> line(line, d);
      case Point point -> dot(point, d);
      default -> {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          write(shape.getGeometryN(i), d);
        }
      }
    }
  }

  private StringBuilder line(LineString line, StringBuilder d) {
    char command = 'M';
    for (Coordinate c : line.getCoordinates()) {
      d.append(command).append(number(frame.x(c.x))).append(' ').append(number(frame.y(c.y)));
      command = 'L';
    }
    return d;
  }

  /** A line of no length, which round ends make a dot. */
  private void dot(Point point, StringBuilder d) {
    d.append('M')
        .append(number(frame.x(point.getX())))
        .append(' ')
        .append(number(frame.y(point.getY())))
        .append("h0");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }
}
