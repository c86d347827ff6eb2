package org.yiwang.casework;

import java.util.Map;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;

/**
 * Which cases somebody may see at all (数据范围): the one place where this is decided, as a condition
 * in every query and as the same condition on a single case.
 */
final class CaseScope {
  private static final String PARTS =
      "(area = any(:scopeAreas) or grid = any(:scopeGrids) or unit = any(:scopeUnits)"
          + " or reporter_account = :scopeAccount)";

  private CaseScope() {}

  /** The condition for a where clause; its parameters go into the map. */
  static String condition(Viewer viewer, Map<String, Object> parameters) {
    boolean works = viewer.may(Permission.SEE_CASES);
    if (works && viewer.reach().everything()) {
      return "true";
    }
    Reach reach = works ? viewer.reach() : Reach.none();
    parameters.put("scopeAreas", reach.areas().toArray(String[]::new));
    parameters.put("scopeGrids", reach.grids().toArray(String[]::new));
    parameters.put("scopeUnits", reach.units().toArray(String[]::new));
    parameters.put("scopeAccount", viewer.account() == null ? "" : viewer.account());
    return PARTS;
  }

  static boolean covers(Viewer viewer, Case of) {
    if (viewer.account() != null && viewer.account().equals(of.origin().reporterAccount())) {
      return true;
    }
    return viewer.may(Permission.SEE_CASES) && covers(viewer.reach(), of);
  }

  static boolean covers(Reach reach, Case of) {
    return reach.everything()
        || (of.where().area() != null && reach.areas().contains(of.where().area()))
        || (of.where().grid() != null && reach.grids().contains(of.where().grid()))
        || (of.unit() != null && reach.units().contains(of.unit()));
  }
}
