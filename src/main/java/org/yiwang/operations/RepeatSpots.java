package org.yiwang.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.casework.CasePoint;
import org.yiwang.place.Metres;

/** Finds places where the same comes back (反复点位). */
final class RepeatSpots {
  /** How near two cases have to be to count as one place, in metres. */
  static final double METRES = 50;

  /** How often the same has to come up. */
  static final int OFTEN = 3;

  /** Within how many days. */
  static final int DAYS = 90;

  private RepeatSpots() {}

  /** Cases of one category at one place, newest first. */
  record Spot(List<CasePoint> cases) {
    CasePoint newest() {
      return cases.getFirst();
    }
  }

  /** Most repeated first. */
  static List<Spot> in(List<CasePoint> points) {
    Map<String, List<CasePoint>> byCategory =
        points.stream().collect(Collectors.groupingBy(CasePoint::category));
    List<Spot> spots = new ArrayList<>();
    byCategory.values().forEach(same -> gather(same, spots));
    spots.sort(
        Comparator.comparingInt((Spot spot) -> spot.cases().size())
            .reversed()
            .thenComparing(spot -> spot.newest().number(), Comparator.reverseOrder()));
    return spots;
  }

  /** Begins with the case that has most others around it; no case counts at two places. */
  private static void gather(List<CasePoint> same, List<Spot> spots) {
    Set<CasePoint> taken = new HashSet<>();
    for (CasePoint centre : densestFirst(same)) {
      List<CasePoint> around = around(centre, same, taken);
      if (!taken.contains(centre) && around.size() >= OFTEN) {
        taken.addAll(around);
        around.sort(Comparator.comparing(CasePoint::opened).reversed());
        spots.add(new Spot(around));
      }
    }
  }

  private static List<CasePoint> densestFirst(List<CasePoint> same) {
    Map<CasePoint, Integer> density = new LinkedHashMap<>();
    same.forEach(point -> density.put(point, around(point, same, Set.of()).size()));
    return density.entrySet().stream()
        .filter(point -> point.getValue() >= OFTEN)
        .sorted(Map.Entry.<CasePoint, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<CasePoint> around(
      CasePoint centre, List<CasePoint> same, Set<CasePoint> without) {
    List<CasePoint> near = new ArrayList<>();
    for (CasePoint other : same) {
      if (!without.contains(other) && metres(centre, other) <= METRES) {
        near.add(other);
      }
    }
    return near;
  }

  private static double metres(CasePoint one, CasePoint other) {
    return Metres.between(one.lon(), one.lat(), other.lon(), other.lat());
  }
}
