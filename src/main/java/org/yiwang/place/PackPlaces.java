package org.yiwang.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.yiwang.pack.Text;

/** The district's ground from its pack, in memory. */
final class PackPlaces implements Places {
  private static final double NEARBY_METRES = 400;
  private final Text areaWord;
  private final List<Area> areas;
  private final List<Grid> grids;
  private final PreparedGeometry outline;
  private final ShapeIndex<Area> areaIndex;
  private final ShapeIndex<Grid> gridIndex;
  private final NamedPlaces named;
  private final PlaceSearch search;
  private final LocalPlane plane;
  private final Map<String, Text> known = new HashMap<>();

  PackPlaces(Ground ground, Text areaWord, List<Landmark> landmarks, List<Landmark> committees) {
    this.areaWord = areaWord;
    this.plane = ground.plane();
    this.areas = ground.areas().stream().map(Feature::area).toList();
    this.grids = ground.grids().stream().map(Feature::grid).toList();
    this.outline = PreparedGeometryFactory.prepare(ground.outline());
    this.areaIndex = new ShapeIndex<>(areas, Area::shape, plane);
    this.gridIndex = new ShapeIndex<>(grids, Grid::shape, plane);
    this.named = new NamedPlaces(landmarks, committees, areas, plane);
    this.search = new PlaceSearch(named);
    Stream.of(landmarks, committees).flatMap(List::stream).forEach(this::know);
    areas.forEach(area -> know(area.name()));
  }

  private void know(Landmark landmark) {
    know(landmark.name());
    know(near(landmark));
  }

  private void know(Text words) {
    known.putIfAbsent(words.zh(), words);
    known.putIfAbsent(words.en(), words);
  }

  @Override
  public Text inWords(String address) {
    return known.getOrDefault(address, Text.same(address));
  }

  @Override
  public Optional<Location> locate(double lon, double lat) {
    Point point = Positions.point(lon, lat);
    Optional<Area> covering = areaIndex.covering(point, area -> true);
    if (covering.isPresent()) {
      return Optional.of(location(point, covering.get(), false));
    }
    return outline.covers(point)
        ? areaIndex.nearest(point, area -> true).map(area -> location(point, area, true))
        : Optional.empty();
  }

  private Location location(Point point, Area area, boolean assumed) {
    Grid grid =
        gridIndex
            .covering(point, g -> g.area().equals(area.code()))
            .or(() -> gridIndex.nearest(point, g -> g.area().equals(area.code())))
            .orElse(null);
    return new Location(point.getX(), point.getY(), area, grid, nearby(point, area), assumed);
  }

  private Text nearby(Point point, Area area) {
    return named.near(point.getX(), point.getY(), 1).stream()
        .filter(landmark -> metres(point, landmark) <= NEARBY_METRES)
        .findFirst()
        .map(PackPlaces::near)
        .orElse(area.name());
  }

  private double metres(Point point, Landmark landmark) {
    return plane
        .at(point.getX(), point.getY())
        .distance(
            plane.at(
                Objects.requireNonNull(landmark.lon()), Objects.requireNonNull(landmark.lat())));
  }

  private static Text near(Landmark landmark) {
    String address = landmark.address();
    return address == null
        ? Text.of("近" + landmark.name().zh(), "near " + landmark.name().en())
        : Text.of(
            "近" + landmark.name().zh() + "（" + address + "）",
            "near " + landmark.name().en() + " (" + address + ")");
  }

  @Override
  public Optional<Area> findArea(String code) {
    return areas.stream().filter(area -> area.code().equals(code)).findFirst();
  }

  @Override
  public List<Area> listAreas() {
    return areas;
  }

  @Override
  public Text areaWord() {
    return areaWord;
  }

  @Override
  public Optional<Grid> findGrid(String code) {
    return grids.stream().filter(grid -> grid.code().equals(code)).findFirst();
  }

  @Override
  public List<Grid> listGrids() {
    return grids;
  }

  @Override
  public List<Landmark> search(String words, int limit) {
    return search.search(words, limit);
  }

  @Override
  public List<Landmark> near(double lon, double lat, int limit) {
    Point point = Positions.point(lon, lat);
    return limit < 1 ? List.of() : named.near(point.getX(), point.getY(), Math.min(limit, 1000));
  }
}
