package org.yiwang.casework;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Open cases about the same thing at the same place (疑似重复). */
@Component
class NearCases {
  private static final double METRES_PER_DEGREE = 111_320;

  private final CaseStore store;

  NearCases(CaseStore store) {
    this.store = store;
  }

  /** Nearest first, at most ten. */
  List<Case> list(String category, double lon, double lat, double metres) {
    double high = metres / METRES_PER_DEGREE;
    double wide = high / Math.max(0.01, Math.cos(Math.toRadians(lat)));
    return store
        .listInside(category, List.of(lon - wide, lon + wide, lat - high, lat + high))
        .stream()
        .filter(found -> distance(found.where(), lon, lat) <= metres)
        .sorted(Comparator.comparingDouble(found -> distance(found.where(), lon, lat)))
        .limit(10)
        .toList();
  }

  /** Metres, on the small flat piece of ground that a district is. */
  private static double distance(Case.Where where, double lon, double lat) {
    if (where.lon() == null || where.lat() == null) {
      return Double.MAX_VALUE;
    }
    double east = (where.lon() - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
    double north = (where.lat() - lat) * METRES_PER_DEGREE;
    return Math.hypot(east, north);
  }
}
