package org.yiwang.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.yiwang.pack.Language;
import org.yiwang.page.BaseMap;
import org.yiwang.page.BaseMap.Shape;

/**
 * Drawings of the district's ground (底图) for pages: the whole of it, or what lies around a place.
 */
public class Maps {
  private final Ground ground;
  private final List<Landmark> landmarks;
  private final Map<Language, BaseMap> whole = new ConcurrentHashMap<>();
  private final List<String> layers;

  Maps(Ground ground, List<Landmark> landmarks) {
    this.ground = ground;
    this.landmarks = landmarks;
    List<String> addresses = new ArrayList<>(List.of(address("areas"), address("grids")));
    // the map's script paints by the last word of an address; what stands behind # is not sent
    ground
        .layers()
        .forEach(layer -> addresses.add(address(layer.definition().id()) + "#/" + look(layer)));
    addresses.add(address("outline"));
    if (!landmarks.isEmpty()) {
      addresses.add(address("landmarks"));
    }
    this.layers = List.copyOf(addresses);
  }

  /** Whether the district's pack has a ground at all. */
  public boolean any() {
    return !ground.outline().isEmpty();
  }

  /** The whole district, with the streets' names. */
  public BaseMap whole(Language language) {
    return whole.computeIfAbsent(
        language, l -> BaseMap.of(shapes(l, false)).crediting(ground.credits()));
  }

  /** What lies around a position, half as many metres up and down. */
  public BaseMap around(double lon, double lat, double metres, Language language) {
    Envelope near = new Envelope(new Coordinate(lon, lat));
    near.expandBy(2 * Metres.degreesEast(metres, lat), Metres.degreesNorth(metres));
    List<Shape> shapes =
        shapes(language, true).stream()
            .filter(shape -> shape.geometry().getEnvelopeInternal().intersects(near))
            .toList();
    return BaseMap.around(lon, lat, metres / 2, shapes).crediting(ground.credits());
  }

  /** Addresses of the layers for maps that move, in the order they are painted. */
  public List<String> layers() {
    return layers;
  }

  private List<Shape> shapes(Language language, boolean near) {
    List<Shape> shapes = new ArrayList<>();
    UnaryOperator<String> label = shortened(language);
    for (Feature area : ground.areas()) {
      shapes.add(new Shape("area", label.apply(area.name().in(language)), area.shape()));
    }
    if (near) {
      ground.grids().forEach(g -> shapes.add(new Shape("grid", null, g.shape())));
    }
    ground.layers().stream()
        .sorted(Comparator.comparing(layer -> layer.definition().style()))
        .flatMap(
            layer -> layer.features().stream().flatMap(one -> shape(layer, one, near, language)))
        .forEach(shapes::add);
    if (near) {
      landmarks.forEach(one -> point(one, language).ifPresent(shapes::add));
    }
    shapes.add(new Shape("outline", null, ground.outline()));
    return shapes;
  }

  /** Leaves out the word that all names end in, such as "Subdistrict": a map has little room. */
  private UnaryOperator<String> shortened(Language language) {
    Set<String> ends =
        ground.areas().stream()
            .map(area -> area.name().in(language))
            .map(name -> name.substring(name.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet());
    String end = " " + ends.stream().findFirst().orElse("");
    return ends.size() == 1 && ground.areas().size() > 1
        ? name -> name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name
        : name -> name;
  }

  /** A line or a station of a layer; only a near map has room for stations and for names. */
  private static Stream<Shape> shape(
      Ground.Layer layer, Feature feature, boolean near, Language language) {
    boolean point = feature.shape().getDimension() == 0;
    String label = near ? feature.name().in(language) : null;
    return point && !near
        ? Stream.empty()
        : Stream.of(new Shape(point ? "station" : look(layer), label, feature.shape()));
  }

  /** What people name when they say where; a station of the metro looks like those of its layer. */
  private static Optional<Shape> point(Landmark landmark, Language language) {
    Double lon = landmark.lon();
    Double lat = landmark.lat();
    if (lon == null || lat == null) {
      return Optional.empty();
    }
    Point at = GeoJson.WGS84.createPoint(new Coordinate(lon, lat));
    String look = landmark.kind().equals("metro-station") ? "station" : "landmark";
    return Optional.of(new Shape(look, landmark.name().in(language), at));
  }

  private static String address(String layer) {
    return "/place/layers/" + layer + ".geojson";
  }

  /** The word by which stylesheet and script paint a layer. */
  private static String look(Ground.Layer layer) {
    return switch (layer.definition().style()) {
      case RAIL -> "metro";
      case ROAD -> "elevated";
      case WATER -> "water";
    };
  }
}
