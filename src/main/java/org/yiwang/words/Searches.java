package org.yiwang.words;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** All searches by own words of the district (各处的检索), so that each page can point to the others. */
@Component
public class Searches {
  private final ObjectProvider<OwnWordsSearch> searches;

  Searches(ObjectProvider<OwnWordsSearch> searches) {
    this.searches = searches;
  }

  /**
   * What one search found.
   *
   * @param label what can be found there
   * @param seems what whoever finds something there seems to want
   */
  public record Result(Text label, Text seems, List<OwnWordsSearch.Found> found) {}

  /** One result for each search that the district has, also for those that find nothing. */
  public List<Result> everywhere(String words, Language language, int most, WordIndex.Floor floor) {
    return searches.stream()
        .filter(OwnWordsSearch::any)
        .sorted(Comparator.comparingInt(OwnWordsSearch::order))
        .map(search -> result(search, words, language, most, floor))
        .toList();
  }

  /**
   * What the others find; nothing for those that find nothing.
   *
   * @param own the search of the page that asks
   * @param floor how well it must fit: where the page's own search found something, well
   */
  public List<Result> besides(
      Class<? extends OwnWordsSearch> own,
      String words,
      Language language,
      int most,
      WordIndex.Floor floor) {
    return searches.stream()
        .filter(search -> !own.isInstance(search))
        .sorted(Comparator.comparingInt(OwnWordsSearch::order))
        .map(search -> result(search, words, language, most, floor))
        .filter(result -> !result.found().isEmpty())
        .toList();
  }

  private static Result result(
      OwnWordsSearch search, String words, Language language, int most, WordIndex.Floor floor) {
    return new Result(search.label(), search.seems(), search.find(words, language, most, floor));
  }
}
