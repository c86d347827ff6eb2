package org.yiwang.operations;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yiwang.casework.Case;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.place.Area;
import org.yiwang.place.Grid;
import org.yiwang.place.Landmark;
import org.yiwang.place.Location;
import org.yiwang.place.Metres;
import org.yiwang.place.Places;

/** Picks places for invented requests: more where more people live, mostly beside landmarks. */
final class DemoSpots {
  private static final double UNKNOWN_POPULATION = 1;
  private static final int TRIES = 60;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Places places;
  private final Language language;
  private final DemoChance chance;
  private final List<Area> areas;

  /** A place, and the landmark that people would name. */
  record Spot(Case.Where where, Text landmark) {}

  DemoSpots(Places places, Language language, DemoChance chance) {
    this.places = places;
    this.language = language;
    this.chance = chance;
    this.areas = places.listAreas();
  }

  Spot next() {
    if (areas.isEmpty()) {
      return new Spot(new Case.Where("", null, null, null, null), Text.of("这里", "here"));
    }
    Area area = chance.weighed(areas, DemoSpots::people);
    Coordinate inside = inside(shape(area));
    List<Landmark> near = places.near(inside.x, inside.y, 4);
    boolean beside = !near.isEmpty() && chance.in(0.75);
    return beside ? beside(chance.of(near), inside) : at(inside.x, inside.y);
  }

  private static double people(Area area) {
    return area.population() == null ? UNKNOWN_POPULATION : area.population();
  }

  private Geometry shape(Area area) {
    List<Grid> grids =
        places.listGrids().stream().filter(grid -> grid.area().equals(area.code())).toList();
    return grids.isEmpty() ? area.shape() : chance.of(grids).shape();
  }

  private Coordinate inside(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    for (int i = 0; i < TRIES; i++) {
      var tried =
          new Coordinate(
              chance.between(box.getMinX(), box.getMaxX()),
              chance.between(box.getMinY(), box.getMaxY()));
      if (shape.contains(SHAPES.createPoint(tried))) {
        return tried;
      }
    }
    return shape.getInteriorPoint().getCoordinate();
  }

  private Spot beside(Landmark landmark, Coordinate otherwise) {
    if (landmark.lon() == null || landmark.lat() == null) {
      return at(otherwise.x, otherwise.y);
    }
    return near(landmark.lon(), landmark.lat(), 70);
  }

  /** Somewhere within so many metres of another place. */
  Spot near(Spot spot, double metres) {
    Case.Where where = spot.where();
    return where.lon() == null || where.lat() == null
        ? spot
        : near(where.lon(), where.lat(), metres);
  }

  private Spot near(double lon, double lat, double metres) {
    double up = Metres.degreesNorth(metres);
    double wide = Metres.degreesEast(metres, lat);
    double x = lon + chance.between(-wide, wide) * 0.7;
    double y = lat + chance.between(-up, up) * 0.7;
    return places.locate(x, y).isPresent() ? at(x, y) : at(lon, lat);
  }

  private Spot at(double lon, double lat) {
    Location found = places.locate(lon, lat).orElseGet(this::somewhere);
    List<Landmark> near = places.near(found.lon(), found.lat(), 1);
    Text landmark = near.isEmpty() ? found.area().name() : near.getFirst().name();
    var where =
        new Case.Where(
            found.nearby().in(language),
            found.lon(),
            found.lat(),
            found.area().code(),
            found.grid() == null ? null : found.grid().code());
    return new Spot(where, landmark);
  }

  private Location somewhere() {
    List<Location> found = new ArrayList<>();
    for (Area area : areas) {
      Coordinate inside = area.shape().getInteriorPoint().getCoordinate();
      places.locate(inside.x, inside.y).ifPresent(found::add);
    }
    return found.getFirst();
  }
}
