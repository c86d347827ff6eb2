package org.yiwang.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.databind.json.JsonMapper;

/** Writes GeoJSON for maps: five decimals (1 m), lines without the points that nobody sees. */
final class GeoJsonWriting {
  private static final double TWO_METRES = 0.00002;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GeoJsonWriting() {}

  static String features(List<Feature> features) {
    StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (Feature feature : features) {
      add(out, feature.properties().toString(), thin(feature.shape()));
    }
    return end(out);
  }

  static String landmarks(List<Landmark> landmarks) {
    StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (Landmark landmark : landmarks) {
      if (landmark.lon() != null && landmark.lat() != null) {
        Coordinate at = new Coordinate(landmark.lon(), landmark.lat());
        add(out, JSON.writeValueAsString(properties(landmark)), GeoJson.WGS84.createPoint(at));
      }
    }
    return end(out);
  }

  private static Map<String, @Nullable Object> properties(Landmark landmark) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", landmark.id());
    properties.put("name_zh", landmark.name().zh());
    properties.put("name_en", landmark.name().en());
    properties.put("kind", landmark.kind());
    properties.put("address", landmark.address());
    properties.put("area", landmark.area());
    return properties;
  }

  private static Geometry thin(Geometry shape) {
    return shape.getDimension() == 1 ? DouglasPeuckerSimplifier.simplify(shape, TWO_METRES) : shape;
  }

  private static void add(StringBuilder out, String properties, Geometry shape) {
    out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
        .append("{\"type\":\"Feature\",\"properties\":")
        .append(properties)
        .append(",\"geometry\":{\"type\":\"")
        .append(shape.getGeometryType())
        .append("\",\"coordinates\":");
    coordinates(out, shape);
    out.append("}}");
  }

  private static void coordinates(StringBuilder out, Geometry shape) {
    switch (shape) {
      case MultiPolygon m -> parts(out, m);
      case MultiLineString m -> parts(out, m);
      case MultiPoint m -> parts(out, m);
      case Polygon polygon -> rings(out, polygon);
      case LineString line -> line(out, line.getCoordinates());
      default -> position(out, shape.getCoordinate());
    }
  }

  private static void parts(StringBuilder out, Geometry many) {
    out.append('[');
    for (int i = 0; i < many.getNumGeometries(); i++) {
      out.append(i == 0 ? "" : ",");
      coordinates(out, many.getGeometryN(i));
    }
    out.append(']');
  }

  private static void rings(StringBuilder out, Polygon polygon) {
    out.append('[');
    line(out, polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.append(',');
      line(out, polygon.getInteriorRingN(i).getCoordinates());
    }
    out.append(']');
  }

  private static void line(StringBuilder out, Coordinate[] positions) {
    out.append('[');
    for (int i = 0; i < positions.length; i++) {
      out.append(i == 0 ? "" : ",");
      position(out, positions[i]);
    }
    out.append(']');
  }

  private static void position(StringBuilder out, Coordinate position) {
    out.append('[')
        .append(Math.round(position.x * 1e5) / 1e5)
        .append(',')
        .append(Math.round(position.y * 1e5) / 1e5)
        .append(']');
  }

  private static String end(StringBuilder out) {
    return out.append("]}").toString();
  }
}
