package org.yiwang.journeys;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiwang.pack.Language;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Somebody signed in who opens whatever the program leads to, and is then asked to open what it led
 * others to.
 *
 * @param login of the account; empty for a visitor
 * @param language in which pages are read
 */
record Asker(String login, Person person, Language language) {
  /** The same page in another language or dress. */
  private static final Pattern DRESS = Pattern.compile("[?&](lang|mode|theme)=");

  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
  private static final Pattern NO_PAGE = Pattern.compile("^/api/|/photos/|/papers/|[.][a-z0-9]+$");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"post\"[^>]*>", Pattern.CASE_INSENSITIVE);

  static Asker of(URI at, String login) {
    Person person = login.isEmpty() ? new Person(at) : Person.signedIn(at, login);
    return new Asker(login, person, Language.ZH);
  }

  Asker reading(Language other) {
    return new Asker(login, person, other);
  }

  /** A page in the language; what is no page has none. */
  Answer get(String address) {
    return language == Language.ZH || NO_PAGE.matcher(address).find()
        ? person.get(address)
        : person.page(address, "en");
  }

  /**
   * All that the pages lead to, by the pattern that answers it.
   *
   * @param most addresses of one pattern that are opened
   */
  Map<String, TreeSet<String>> wander(
      List<String> from, Function<String, String> patternOf, int most) {
    Map<String, TreeSet<String>> met = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(from);
    Map<String, Integer> opened = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      String address = open.removeFirst();
      String pattern = patternOf.apply(address);
      boolean fresh =
          !pattern.isEmpty()
              && met.computeIfAbsent(pattern, key -> new TreeSet<>()).add(address)
              && opened.merge(pattern, 1, Integer::sum) <= most;
      if (fresh) {
        Answer answer = person.get(address);
        if (answer.good()) {
          links(answer.body()).forEach(open::addLast);
        }
      }
    }
    return met;
  }

  /** Where a page leads by a link or a form that asks; what a form sends is not followed. */
  private static List<String> links(String body) {
    return LINK.matcher(FORM.matcher(body).replaceAll("<form>"))
        .results()
        .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
        .filter(link -> !DRESS.matcher(link).find())
        .distinct()
        .toList();
  }
}
