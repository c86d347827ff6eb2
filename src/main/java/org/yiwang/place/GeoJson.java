package org.yiwang.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoJSON feature collections (RFC 7946), positions in WGS 84. */
final class GeoJson {
  static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GeoJson() {}

  /**
   * @throws IllegalArgumentException with one sentence saying what is wrong with the file
   */
  static List<Feature> read(Path file) {
    try {
      return features(JSON.readTree(file.toFile()));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalArgumentException("The file is not JSON, see line " + line + ".", e);
    }
  }

  private static List<Feature> features(JsonNode root) {
    if (!root.path("features").isArray()) {
      throw new IllegalArgumentException("The file is not a GeoJSON feature collection.");
    }
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : root.path("features")) {
      try {
        features.add(new Feature(feature.path("properties"), shape(feature.path("geometry"))));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Feature " + (features.size() + 1) + " has no usable geometry: " + e.getMessage(), e);
      }
    }
    return List.copyOf(features);
  }

  private static Geometry shape(JsonNode geometry) {
    JsonNode at = geometry.path("coordinates");
    return switch (geometry.path("type").asString("")) {
      case "Point" -> point(at);
      case "MultiPoint" -> WGS84.createMultiPoint(many(at, GeoJson::point, Point[]::new));
      case "LineString" -> line(at);
      case "MultiLineString" ->
          WGS84.createMultiLineString(many(at, GeoJson::line, LineString[]::new));
      case "Polygon" -> polygon(at);
      case "MultiPolygon" -> WGS84.createMultiPolygon(many(at, GeoJson::polygon, Polygon[]::new));
      default -> throw new IllegalArgumentException("its type is unknown.");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing[] all =
        many(rings, ring -> WGS84.createLinearRing(coordinates(ring)), LinearRing[]::new);
    if (all.length == 0) {
      throw new IllegalArgumentException("a polygon has no ring.");
    }
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return WGS84.createPolygon(all[0], holes);
  }

  private static LineString line(JsonNode positions) {
    return WGS84.createLineString(coordinates(positions));
  }

  private static Point point(JsonNode position) {
    return WGS84.createPoint(coordinate(position));
  }

  private static Coordinate[] coordinates(JsonNode positions) {
    return many(positions, GeoJson::coordinate, Coordinate[]::new);
  }

  private static Coordinate coordinate(JsonNode position) {
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new IllegalArgumentException("a position is not two numbers.");
    }
    return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue());
  }

  private static <T> T[] many(JsonNode list, Function<JsonNode, T> each, IntFunction<T[]> array) {
    return StreamSupport.stream(list.spliterator(), false).map(each).toArray(array);
  }
}
