package org.yiwang.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Markers too near one another to be told apart, drawn as one with their number.
 *
 * @param markers at least one
 */
record Cluster(double x, double y, List<Marker> markers) {
  private static final int CELL = 56;

  /** Those on the map, gathered by squares a finger wide. */
  static List<Cluster> of(BaseMap map, List<Marker> markers) {
    Map<Long, List<Marker>> cells = new LinkedHashMap<>();
    for (Marker marker : markers) {
      if (map.shows(marker)) {
        long column = (long) (map.x(marker.lon()) / CELL);
        long row = (long) (map.y(marker.lat()) / CELL);
        cells.computeIfAbsent(row * 1000 + column, c -> new ArrayList<>()).add(marker);
      }
    }
    return cells.values().stream().map(members -> around(map, members)).toList();
  }

  private static Cluster around(BaseMap map, List<Marker> members) {
    double x = members.stream().mapToDouble(m -> map.x(m.lon())).average().orElse(0);
    double y = members.stream().mapToDouble(m -> map.y(m.lat())).average().orElse(0);
    return new Cluster(Math.rint(x), Math.rint(y), members);
  }

  /** The most urgent of its markers gives the colour. */
  Tone tone() {
    return markers.stream()
        .map(Marker::tone)
        .max(Comparator.comparingInt(Cluster::urgency))
        .orElse(Tone.PLAIN);
  }

  private static int urgency(Tone tone) {
    return switch (tone) {
      case LATE -> 4;
      case SOON -> 3;
      case RUN -> 2;
      case PLAIN -> 1;
      case DONE -> 0;
    };
  }

  int radius() {
    return (int) Math.min(34, 10 + Math.round(4 * Math.sqrt(markers.size() - 1.0)));
  }
}
