package org.yiwang.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiwang.pack.Text;

/** Everything with a name that people may search for: landmarks, committees, roads and streets. */
final class NamedPlaces {
  private static final double FIRST_LOOK_METRES = 250;
  private final List<Landmark> landmarks;
  private final List<Landmark> all;
  private final STRtree positions = new STRtree();
  private final LocalPlane plane;

  NamedPlaces(
      List<Landmark> landmarks, List<Landmark> committees, List<Area> areas, LocalPlane plane) {
    this.plane = plane;
    this.landmarks = List.copyOf(landmarks);
    List<Landmark> named = new ArrayList<>(landmarks);
    named.addAll(committees);
    areas.forEach(area -> named.add(landmark(area)));
    named.addAll(roads(landmarks));
    this.all = List.copyOf(named);
    for (Landmark landmark : landmarks) {
      Coordinate at = at(landmark);
      if (at != null) {
        positions.insert(new Envelope(at), landmark);
      }
    }
    positions.build();
  }

  List<Landmark> all() {
    return all;
  }

  List<Landmark> landmarks() {
    return landmarks;
  }

  /** Nearest first. */
  List<Landmark> near(double lon, double lat, int limit) {
    Coordinate here = plane.at(lon, lat);
    double farthest = 2 * (plane.width() + plane.height());
    for (double reach = FIRST_LOOK_METRES; ; reach *= 4) {
      double radius = reach;
      List<Landmark> found =
          within(here, radius).stream()
              .filter(landmark -> distance(here, landmark) <= radius)
              .sorted(Comparator.comparingDouble(landmark -> distance(here, landmark)))
              .limit(limit)
              .toList();
      if (found.size() >= limit || radius > farthest) {
        return found;
      }
    }
  }

  @SuppressWarnings("unchecked") // the tree holds nothing but landmarks
  private List<Landmark> within(Coordinate here, double radius) {
    Envelope around = new Envelope(here);
    around.expandBy(radius);
    return positions.query(around);
  }

  private double distance(Coordinate here, Landmark landmark) {
    return here.distance(Objects.requireNonNull(at(landmark)));
  }

  private @Nullable Coordinate at(Landmark landmark) {
    Double lon = landmark.lon();
    Double lat = landmark.lat();
    return lon == null || lat == null ? null : plane.at(lon, lat);
  }

  private static Landmark landmark(Area area) {
    Point inside = area.shape().getInteriorPoint();
    return new Landmark(
        "area-" + area.code(),
        area.name(),
        "area",
        null,
        inside.getX(),
        inside.getY(),
        area.code(),
        null);
  }

  /** Roads as far as addresses tell of them: in the middle of the known numbers. */
  private static List<Landmark> roads(List<Landmark> landmarks) {
    Map<String, List<Landmark>> byRoad = new TreeMap<>();
    for (Landmark landmark : landmarks) {
      String address = landmark.address();
      if (address != null && landmark.lon() != null) {
        HouseAddress.find(address)
            .ifPresent(
                a -> byRoad.computeIfAbsent(a.road(), road -> new ArrayList<>()).add(landmark));
      }
    }
    return byRoad.entrySet().stream().map(e -> road(e.getKey(), e.getValue())).toList();
  }

  private static Landmark road(String name, List<Landmark> known) {
    Landmark middle = known.get(known.size() / 2);
    Text note = Text.of("这条路上的一处，请在地图上核对。", "One place on this road: check it on the map.");
    return new Landmark(
        "road-" + name,
        Text.same(name),
        "road",
        middle.address(),
        middle.lon(),
        middle.lat(),
        middle.area(),
        note);
  }
}
