package org.yiwang.identity;

/** How far a role sees (数据范围), as declared in {@code roles.yaml}. */
enum Scope {
  /** Nothing that others entrusted to the district. */
  NONE,
  /** Only what the person reported. */
  OWN,
  /** The account's grid. */
  GRID,
  /** The account's area, or the area of its unit. */
  AREA,
  /** The account's unit and all units below it. */
  UNIT,
  /** The whole district. */
  DISTRICT
}
