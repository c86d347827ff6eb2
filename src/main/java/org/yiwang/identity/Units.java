package org.yiwang.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.PackReading;

/** The tree of units as the district's pack declares it (组织机构). Read once, then immutable. */
@Component
public final class Units {
  private final Map<String, Unit> byId;
  private final Map<String, List<Unit>> children;

  @Autowired
  Units(District district) {
    this(read(district.list(IdentityPackPart.UNITS), district.list(IdentityPackPart.COMMITTEES)));
  }

  private Units(Collection<Unit> units) {
    byId = new LinkedHashMap<>();
    children = new LinkedHashMap<>();
    for (Unit unit : units) {
      byId.put(unit.id(), unit);
      if (unit.parent() != null) {
        children.computeIfAbsent(unit.parent(), key -> new ArrayList<>()).add(unit);
      }
    }
  }

  /** The unit of that id, if the pack declares one. */
  public Optional<Unit> findUnit(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every unit: departments and streets as listed in the pack, then the committees. */
  public List<Unit> listUnits() {
    return List.copyOf(byId.values());
  }

  /** The unit that looks after an area: the street office of a street's code (属地街道). */
  public Optional<Unit> findByArea(String area) {
    return byId.values().stream()
        .filter(u -> area.equals(u.area()) && u.kind() != Unit.Kind.COMMITTEE)
        .findFirst();
  }

  /** The unit's id and the ids of all units below it, however deep; empty if unknown. */
  public Set<String> below(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    if (byId.containsKey(id)) {
      open.add(id);
    }
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next)) {
        children.getOrDefault(next, List.of()).forEach(child -> open.add(child.id()));
      }
    }
    return found;
  }

  /** Ids of the units a pack declares, for checks by other modules while it is being read. */
  public static Set<String> idsIn(PackReading pack) {
    Set<String> ids = new LinkedHashSet<>();
    read(pack.list(IdentityPackPart.UNITS), pack.list(IdentityPackPart.COMMITTEES))
        .forEach(unit -> ids.add(unit.id()));
    return ids;
  }

  private static List<Unit> read(
      List<Defined<UnitsFile>> files, List<Defined<CommitteeLine>> committees) {
    List<Unit> units = new ArrayList<>();
    for (Defined<UnitsFile> file : files) {
      file.value().units().forEach(unit -> units.add(unit.asUnit()));
    }
    for (Defined<CommitteeLine> line : committees) {
      units.add(line.value().asUnit());
    }
    return units;
  }
}
