package org.yiwang.casework;

/** What counts of cases can be broken down by (分类统计的口径). */
public enum Breakdown {
  AREA,
  GRID,
  UNIT,
  GROUP,
  CATEGORY,
  /** As {@link StepKey} writes it. */
  STEP,
  /** Day of opening in the district's zone, ISO. */
  OPENED_DAY,
  /** Day of closing in the district's zone, ISO. */
  CLOSED_DAY,
  RATING
}
