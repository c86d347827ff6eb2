package org.yiwang.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The problems found so far. Not for several threads. */
final class ProblemList implements Problems {
  /** More than this helps nobody and a hostile file could produce millions. */
  private static final int MOST_KEPT = 10_000;

  private final List<Problem> found = new ArrayList<>();

  @Override
  public void add(Source source, String code, String what, String todo) {
    if (found.size() < MOST_KEPT) {
      found.add(new Problem(source, code, oneLine(what), oneLine(todo)));
    }
  }

  @Override
  public String nearest(String word, Iterable<String> known) {
    return NearestWord.to(word, known).map(" Did you mean \"%s\"?"::formatted).orElse("");
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean any(Predicate<Problem> wanted) {
    return found.stream().anyMatch(wanted);
  }

  /** All of them in reading order, each once: a fault of a file not again for what extends it. */
  List<Problem> sorted() {
    Set<Problem> all = new LinkedHashSet<>(found);
    return all.stream().filter(problem -> !problem.isToldIn(all)).sorted().toList();
  }

  /** A problem is one line of output whatever the file had in it. */
  private static String oneLine(String words) {
    return words.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }
}
