package org.yiwang.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.WordIndex;

/** The categories of all applications of the district (类别目录). Read once, then immutable. */
@Component
public class Categories {
  private final Map<String, Category> byId = new LinkedHashMap<>();
  private final List<CategoryGroup> groups;
  private final Supplier<WordIndex> index = SingletonSupplier.of(this::index);

  Categories(District district) {
    district
        .list(RequestPackPart.CATEGORIES)
        .forEach(d -> byId.putIfAbsent(d.id(), d.value().in(d.application())));
    groups = group(byId.values());
  }

  private static List<CategoryGroup> group(Iterable<Category> categories) {
    Map<String, List<Category>> found = new LinkedHashMap<>();
    for (Category category : categories) {
      found.computeIfAbsent(category.group(), id -> new ArrayList<>()).add(category);
    }
    return found.entrySet().stream()
        .map(g -> new CategoryGroup(g.getKey(), g.getValue().getFirst().groupName(), g.getValue()))
        .toList();
  }

  /** Made at the first search: it is a third of a second that the start can do without. */
  private WordIndex index() {
    return new WordIndex(byId.values().stream().map(Categories::entry).toList());
  }

  private static WordIndex.Entry entry(Category category) {
    return new WordIndex.Entry(
        category.id(),
        Map.of(
            WordIndex.Part.NAME, List.of(category.name()),
            WordIndex.Part.ABOUT, List.of(category.condition()),
            WordIndex.Part.GROUP, List.of(category.groupName()),
            WordIndex.Part.WORDS, category.words().stream().map(w -> Text.of(w, w)).toList()));
  }

  public Optional<Category> findCategory(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws NoSuchElementException if no application declares it
   */
  public Category getCategory(String id) {
    return findCategory(id).orElseThrow(() -> new NoSuchElementException("No category " + id));
  }

  /** All categories in the order of the packs. */
  public List<Category> listCategories() {
    return List.copyOf(byId.values());
  }

  public List<CategoryGroup> listGroups() {
    return groups;
  }

  /**
   * Categories that fit somebody's own words, best first; empty for words that fit none. Both
   * languages are searched; the reader's own counts more. Forgives wrong characters.
   */
  public List<Category> search(String words, Language language, int limit) {
    return search(words, language, limit, WordIndex.Floor.ENOUGH);
  }

  List<Category> search(String words, Language language, int limit, WordIndex.Floor floor) {
    return index.get().search(words, language, limit, floor).stream()
        .map(this::getCategory)
        .toList();
  }
}
