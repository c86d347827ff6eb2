package org.yiwang.identity;

import java.util.Collection;
import java.util.HashSet;
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

  static Reach area(String code) {
    return new Reach(false, Set.of(code), Set.of(), Set.of());
  }

  static Reach grid(String code) {
    return new Reach(false, Set.of(), Set.of(code), Set.of());
  }

  static Reach units(Collection<String> ids) {
    return new Reach(false, Set.of(), Set.of(), Set.copyOf(ids));
  }

  /** As far as both together. */
  Reach and(Reach other) {
    return new Reach(
        everything || other.everything,
        both(areas, other.areas),
        both(grids, other.grids),
        both(units, other.units));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
