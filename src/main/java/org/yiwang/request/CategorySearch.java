package org.yiwang.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.OwnWordsSearch;
import org.yiwang.words.WordIndex;

/** Offers finding a category (找类别) to the pages where people look for matters. */
@Component
class CategorySearch implements OwnWordsSearch {
  private final Categories categories;

  CategorySearch(Categories categories) {
    this.categories = categories;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Text label() {
    return Text.of("反映问题", "Report a problem");
  }

  @Override
  public Text seems() {
    return Text.of("看起来您想反映问题", "Looks like you want to report a problem");
  }

  @Override
  public boolean any() {
    return !categories.listCategories().isEmpty();
  }

  @Override
  public List<Found> find(String words, Language language, int most, WordIndex.Floor floor) {
    String said = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return categories.search(words, language, most, floor).stream()
        .map(category -> found(category, said))
        .toList();
  }

  /** The words go along, so that nobody says them twice. */
  private static Found found(Category category, String said) {
    return new Found(
        category.name(),
        category.limit().words(),
        "/report?category=" + category.id() + "&q=" + said);
  }
}
