package org.yiwang.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.identity.PeopleFile.PersonLine;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** Demo people are invented, hold declared roles and have what the roles' scopes need. */
final class PeopleCheck implements PackCheck {

  /** What the people's links are checked against. */
  private record Known(Map<String, Scope> roles, Set<String> units, Set<String> areas) {
    static Known in(PackReading pack) {
      Map<String, Scope> roles =
          pack.list(IdentityPackPart.ROLES).stream()
              .flatMap(file -> file.value().roles().entrySet().stream())
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, e -> e.getValue().scope(), (first, second) -> first));
      Set<String> areas =
          pack.list(IdentityPackPart.UNITS).stream()
              .flatMap(file -> file.value().units().stream())
              .map(UnitsFile.UnitLine::area)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      return new Known(roles, Units.idsIn(pack), areas);
    }
  }

  @Override
  public void check(PackReading pack, Problems problems) {
    Known known = Known.in(pack);
    Set<String> accounts = new HashSet<>();
    for (var file : pack.list(IdentityPackPart.PEOPLE)) {
      for (PersonLine person : file.value().people()) {
        if (!accounts.add(person.account())) {
          problems.add(
              pack.at(person, "account"),
              "ROLE-06",
              "Account \"%s\" is declared twice.".formatted(person.account()),
              "Give one of the two another account.");
        }
        invented(pack, problems, person);
        links(pack, problems, person, known);
        needs(pack, problems, person, known);
      }
    }
  }

  private static void invented(PackReading pack, Problems problems, PersonLine person) {
    if (!person.invented()) {
      problems.add(
          pack.at(person),
          "ROLE-04",
          "Person \"%s\" is not marked as invented.".formatted(person.account()),
          "Only invented people may stand in a pack; write \"invented: true\".");
    }
  }

  private static void links(PackReading pack, Problems problems, PersonLine person, Known known) {
    for (String role : person.roles()) {
      if (!known.roles().containsKey(role)) {
        problems.add(
            pack.at(person, "roles"),
            "LINK-14",
            "Person \"%s\" holds role \"%s\", which is not declared."
                .formatted(person.account(), role),
            "Name a role of roles.yaml." + problems.nearest(role, known.roles().keySet()));
      }
    }
    String unit = person.unit();
    if (unit != null && !known.units().contains(unit)) {
      problems.add(
          pack.at(person, "unit"),
          "LINK-15",
          "Person \"%s\" works for unit \"%s\", which is not declared."
              .formatted(person.account(), unit),
          "Name a unit of units.yaml." + problems.nearest(unit, known.units()));
    }
    String area = person.area();
    if (area != null && !known.areas().isEmpty() && !known.areas().contains(area)) {
      problems.add(
          pack.at(person, "area"),
          "LINK-16",
          "Person \"%s\" looks after area \"%s\", which no unit has."
              .formatted(person.account(), area),
          "Write the area's code." + problems.nearest(area, known.areas()));
    }
  }

  private static void needs(PackReading pack, Problems problems, PersonLine person, Known known) {
    Set<Scope> scopes =
        person.roles().stream()
            .map(role -> known.roles().getOrDefault(role, Scope.NONE))
            .collect(Collectors.toSet());
    List<String> missing =
        List.of(
            scopes.contains(Scope.GRID) && person.grid() == null ? "grid" : "",
            scopes.contains(Scope.AREA) && person.area() == null && person.unit() == null
                ? "area"
                : "",
            scopes.contains(Scope.UNIT) && person.unit() == null ? "unit" : "");
    for (String key : missing) {
      if (!key.isEmpty()) {
        problems.add(
            pack.at(person),
            "ROLE-05",
            "Person \"%s\" holds a role that sees one %s, but has none."
                .formatted(person.account(), key),
            "Add \"%s:\" to the person.".formatted(key));
      }
    }
  }
}
