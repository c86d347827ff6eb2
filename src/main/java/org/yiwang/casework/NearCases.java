package org.yiwang.casework;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.place.Metres;

/** Open cases about the same thing at the same place (疑似重复). */
@Component
class NearCases {
  private final CaseStore store;

  NearCases(CaseStore store) {
    this.store = store;
  }

  /** Nearest first, at most ten. */
  List<Case> list(String category, double lon, double lat, double metres) {
    double high = Metres.degreesNorth(metres);
    double wide = Metres.degreesEast(metres, lat);
    return store
        .listInside(category, List.of(lon - wide, lon + wide, lat - high, lat + high))
        .stream()
        .filter(found -> distance(found.where(), lon, lat) <= metres)
        .sorted(Comparator.comparingDouble(found -> distance(found.where(), lon, lat)))
        .limit(10)
        .toList();
  }

  /** In metres; endless where nobody knows the place. */
  private static double distance(Case.Where where, double lon, double lat) {
    if (where.lon() == null || where.lat() == null) {
      return Double.MAX_VALUE;
    }
    return Metres.between(where.lon(), where.lat(), lon, lat);
  }
}
