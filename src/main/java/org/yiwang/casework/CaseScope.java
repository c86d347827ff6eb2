package org.yiwang.casework;

import java.util.Map;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;

/**
 * Which cases somebody works on (数据范围): the one place where this is decided, as a condition in
 * every query and as the same condition on a single case. Whoever reported is not within it by
 * that: they read what is public of their own report, by the doors of the module request.
 */
final class CaseScope {

  private CaseScope() {}

  /** The condition for a where clause; its parameters go into the map. */
  static String condition(Viewer viewer, Map<String, Object> parameters) {
    Reach reach = viewer.may(Permission.SEE_CASES) ? viewer.reach() : Reach.none();
    return condition(reach, "scope", parameters);
  }

  /**
   * The same for one reach.
   *
   * @param name tells the parameters of several reaches in one query apart
   */
  static String condition(Reach reach, String name, Map<String, Object> parameters) {
    if (reach.everything()) {
      return "true";
    }
    parameters.put(name + "Areas", reach.areas().toArray(String[]::new));
    parameters.put(name + "Grids", reach.grids().toArray(String[]::new));
    parameters.put(name + "Units", reach.units().toArray(String[]::new));
    return "(area = any(:%1$sAreas) or grid = any(:%1$sGrids) or unit = any(:%1$sUnits))"
        .formatted(name);
  }

  static boolean covers(Viewer viewer, Case of) {
    return viewer.may(Permission.SEE_CASES) && covers(viewer.reach(), of);
  }

  static boolean covers(Reach reach, Case of) {
    return reach.everything()
        || (of.where().area() != null && reach.areas().contains(of.where().area()))
        || (of.where().grid() != null && reach.grids().contains(of.where().grid()))
        || (of.unit() != null && reach.units().contains(of.unit()));
  }
}
