package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CategoryNames;
import org.yiwang.casework.Net;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;

/** Tells desk and board how matters and their kinds are called (事项名称). */
@Component
class NameMatters implements CategoryNames {
  private final Matters matters;

  NameMatters(Matters matters) {
    this.matters = matters;
  }

  @Override
  public Net net() {
    return Net.APPLICATIONS;
  }

  @Override
  public Optional<Text> findCategoryName(String id) {
    return matters.findMatter(id).map(Matter::name);
  }

  @Override
  public Map<String, Text> listGroupNames() {
    Map<String, Text> kinds = new LinkedHashMap<>();
    matters.listMatters().forEach(matter -> kinds.put(matter.kind().name(), matter.kind().words()));
    return kinds;
  }
}
