package org.yiwang.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.pack.Text;

/**
 * Demo accounts of one kind (演示账户一类): those that have the same role first.
 *
 * @param role the role's name
 * @param people in the order of the pack
 */
record DemoKind(Text role, List<DemoPerson> people) {

  /** Kinds in the order in which their first account stands in the pack. */
  static List<DemoKind> of(List<DemoPerson> people) {
    Map<Text, List<DemoPerson>> kinds = new LinkedHashMap<>();
    for (DemoPerson person : people) {
      kinds.computeIfAbsent(person.kind(), role -> new ArrayList<>()).add(person);
    }
    return kinds.entrySet().stream()
        .map(kind -> new DemoKind(kind.getKey(), List.copyOf(kind.getValue())))
        .toList();
  }

  /** Whom to name where there is room for few: those the pack announces, else the first. */
  List<DemoPerson> announced() {
    List<DemoPerson> named = people.stream().filter(DemoPerson::announced).toList();
    return named.isEmpty() ? people.subList(0, 1) : named;
  }
}
