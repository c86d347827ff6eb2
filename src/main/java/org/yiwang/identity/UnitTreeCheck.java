package org.yiwang.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;

/** The units form a tree: every id once, every parent declared, nobody above themselves. */
final class UnitTreeCheck implements PackCheck {

  private record Place(@Nullable String parent, Source id, Source parentAt) {}

  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, Place> places = new HashMap<>();
    for (var file : pack.list(IdentityPackPart.UNITS)) {
      for (var unit : file.value().units()) {
        var place = new Place(unit.parent(), pack.at(unit, "id"), pack.at(unit, "parent"));
        once(unit.id(), place, places, problems);
      }
    }
    for (var line : pack.list(IdentityPackPart.COMMITTEES)) {
      var place = new Place(line.value().parent(), line.source(), line.source());
      once(line.value().id(), place, places, problems);
    }
    places.forEach((id, place) -> parent(id, place, places, problems));
  }

  private static void once(String id, Place place, Map<String, Place> places, Problems problems) {
    Place first = places.putIfAbsent(id, place);
    if (first != null) {
      problems.add(
          place.id(),
          "LINK-11",
          "Unit \"%s\" is already declared at %s.".formatted(id, first.id()),
          "Give one of the two another id.");
    }
  }

  private static void parent(String id, Place place, Map<String, Place> places, Problems problems) {
    if (place.parent() == null) {
      return;
    }
    if (!places.containsKey(place.parent())) {
      problems.add(
          place.parentAt(),
          "LINK-12",
          "Unit \"%s\" stands under \"%s\", which is not declared.".formatted(id, place.parent()),
          "Name a unit of units.yaml." + problems.nearest(place.parent(), places.keySet()));
    } else if (aboveItself(id, places)) {
      problems.add(
          place.parentAt(),
          "LINK-13",
          "Unit \"%s\" stands above itself.".formatted(id),
          "Change the parent of one unit in the circle.");
    }
  }

  private static boolean aboveItself(String id, Map<String, Place> places) {
    Set<String> seen = new HashSet<>();
    Place place = places.get(id);
    while (place != null && place.parent() != null && seen.add(place.parent())) {
      if (place.parent().equals(id)) {
        return true;
      }
      place = places.get(place.parent());
    }
    return false;
  }
}
