package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/** How categories and groups are called (类别名称), as the floors above tell it, all together. */
@Component
public class NamedCategories {
  private final List<CategoryNames> tellers;

  NamedCategories(List<CategoryNames> tellers) {
    this.tellers = tellers;
  }

  /** The name of a category; empty if nobody above declares it. */
  public Optional<Text> findName(String id) {
    return tellers.stream().flatMap(teller -> teller.findCategoryName(id).stream()).findFirst();
  }

  /** Groups by id, one module's after the other's. */
  public Map<String, Text> listGroups() {
    Map<String, Text> groups = new LinkedHashMap<>();
    tellers.forEach(teller -> teller.listGroupNames().forEach(groups::putIfAbsent));
    return groups;
  }

  /** Ids of the groups of one net; none where no application declares any. */
  public Set<String> listGroups(Net net) {
    return tellers.stream()
        .filter(teller -> teller.net() == net)
        .flatMap(teller -> teller.listGroupNames().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
