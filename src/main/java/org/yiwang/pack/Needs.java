package org.yiwang.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which application builds on which (依赖). */
record Needs(Map<String, List<String>> needs) {
  static Needs of(ReadPack pack) {
    Map<String, List<String>> needs = new TreeMap<>();
    pack.applications().forEach(application -> needs.put(application, List.of()));
    for (Defined<ApplicationDefinition> defined : pack.list(ApplicationDefinition.TYPE)) {
      needs.put(defined.application(), defined.value().needs());
    }
    return new Needs(needs);
  }

  /** The applications left when some are taken away together with all that need them. */
  Set<String> without(Set<String> taken) {
    Set<String> left = new TreeSet<>(needs.keySet());
    left.removeAll(taken);
    boolean changed = true;
    while (changed) {
      changed = left.removeIf(application -> !left.containsAll(of(application)));
    }
    return left;
  }

  /** Whether an application needs itself through others. */
  boolean isCircular(String application) {
    return reaches(application, application, new HashSet<>());
  }

  private List<String> of(String application) {
    return needs.getOrDefault(application, List.of());
  }

  private boolean reaches(String from, String wanted, Set<String> seen) {
    for (String next : of(from)) {
      if (next.equals(wanted) || seen.add(next) && reaches(next, wanted, seen)) {
        return true;
      }
    }
    return false;
  }
}
