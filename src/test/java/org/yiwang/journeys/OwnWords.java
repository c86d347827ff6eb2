package org.yiwang.journeys;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yiwang.credential.Credential;
import org.yiwang.story.Person;

/**
 * What somebody reads about themselves in their own file and wallet, as it is said in each
 * language: days written out, answers of a form by their names.
 */
final class OwnWords {
  private static final Pattern FACT =
      Pattern.compile("<dt>([^<]+)</dt>\\s*<dd>\\s*(?:<b>)?([^<]+)");

  /** Said of the paper and its office, not of the person. */
  private static final Set<String> OF_THE_PAPER =
      Set.of("证照编号", "Number", "发证单位", "Issued by", "发证日期", "Issued on", "有效期至", "Valid until");

  private OwnWords() {}

  /**
   * @param common what anybody reads here, and so tells of nobody
   */
  static Set<String> of(Person person, List<Credential> wallet, String common) {
    Set<String> words = new TreeSet<>();
    for (String language : List.of("zh", "en")) {
      read(person.page("/file?full=yes", language).body(), words);
      wallet.forEach(one -> read(person.page("/wallet/" + one.id(), language).body(), words));
    }
    words.removeIf(said -> ordinary(said) || common.contains(said));
    return words;
  }

  private static void read(String page, Set<String> words) {
    FACT.matcher(page)
        .results()
        .filter(found -> !OF_THE_PAPER.contains(found.group(1).strip()))
        .map(found -> found.group(2).strip())
        .forEach(words::add);
  }

  /** Too short to tell of somebody, unless there is a number or a day in it. */
  private static boolean ordinary(String said) {
    long letters = said.codePoints().map(letter -> letter < 256 ? 1 : 3).sum();
    return letters < (said.chars().filter(Character::isDigit).count() < 2 ? 12 : 6);
  }
}
