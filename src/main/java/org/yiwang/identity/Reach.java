package org.yiwang.identity;

import java.util.Set;

/**
 * How far somebody sees (数据范围). A case is in reach if any part matches.
 *
 * @param everything the whole district
 * @param areas codes of streets
 * @param grids codes of grids
 * @param units ids of units, each with all units below it already added
 */
public record Reach(boolean everything, Set<String> areas, Set<String> grids, Set<String> units) {
  public static Reach none() {
    return new Reach(false, Set.of(), Set.of(), Set.of());
  }

  public static Reach district() {
    return new Reach(true, Set.of(), Set.of(), Set.of());
  }
}
