package org.yiwang.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CategoryNames;
import org.yiwang.casework.Net;
import org.yiwang.pack.Text;

/** Tells the desk how categories are called. */
@Component
class NameCategories implements CategoryNames {
  private final Categories categories;

  NameCategories(Categories categories) {
    this.categories = categories;
  }

  @Override
  public Net net() {
    return Net.REPORTS;
  }

  @Override
  public Optional<Text> findCategoryName(String id) {
    return categories.findCategory(id).map(Category::name);
  }

  @Override
  public Map<String, Text> listGroupNames() {
    Map<String, Text> names = new LinkedHashMap<>();
    categories.listGroups().forEach(group -> names.put(group.id(), group.name()));
    return names;
  }
}
