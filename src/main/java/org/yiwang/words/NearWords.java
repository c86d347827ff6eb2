package org.yiwang.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * Words of an index that a mistyped one may have meant (近似词): one or, in long words, two letters
 * are wrong, missing, too many or swapped. Looked through once a word, where an automaton for each
 * field cost more than the whole search. Words with the same first letter are measured one by one;
 * if none is near, the first letter itself may be the wrong one, and the rest of the word is looked
 * up.
 */
final class NearWords {
  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final int MOST = 3;

  private final Map<Character, Set<String>> byLetter = new HashMap<>();
  private final Map<String, Set<String>> byRest = new HashMap<>();

  /**
   * A word of the index.
   *
   * @param weight 1 for the word itself, less for each letter that differs
   */
  record Near(String word, float weight) {}

  static NearWords of(IndexReader reader, List<String> fields) throws IOException {
    var near = new NearWords();
    for (String field : fields) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms != null) {
        TermsEnum all = terms.iterator();
        for (var term = all.next(); term != null; term = all.next()) {
          near.add(term.utf8ToString());
        }
      }
    }
    return near;
  }

  private void add(String word) {
    if (!word.isEmpty()) {
      byLetter.computeIfAbsent(word.charAt(0), letter -> new TreeSet<>()).add(word);
    }
    if (word.length() >= SHORTEST) {
      byRest.computeIfAbsent(word.substring(1), rest -> new TreeSet<>()).add(word);
    }
  }

  /** The word itself if there is one, else the nearest ones; empty if none is near. */
  List<Near> find(String typed) {
    if (isKnown(typed)) {
      return List.of(new Near(typed, 1f));
    }
    if (typed.length() < SHORTEST) {
      return List.of();
    }
    List<Near> nearest = sameFirst(typed);
    return nearest.isEmpty() ? otherFirst(typed) : nearest;
  }

  private boolean isKnown(String word) {
    return !word.isEmpty() && byLetter.getOrDefault(word.charAt(0), Set.of()).contains(word);
  }

  private List<Near> sameFirst(String typed) {
    int allowed = typed.length() >= LONG ? 2 : 1;
    List<Near> nearest = new ArrayList<>();
    for (String word : byLetter.getOrDefault(typed.charAt(0), Set.of())) {
      int wrong = distance(typed, word, allowed);
      if (wrong < allowed) {
        nearest.clear();
        allowed = wrong;
      }
      if (wrong <= allowed && nearest.size() < MOST) {
        nearest.add(near(typed, word, wrong));
      }
    }
    return nearest;
  }

  /** The first letter is wrong, missing, too much, or stands second; all others are right. */
  private List<Near> otherFirst(String typed) {
    String rest = typed.substring(1);
    Set<String> meant = new TreeSet<>(byRest.getOrDefault(rest, Set.of()));
    meant.addAll(byRest.getOrDefault(typed, Set.of()));
    meant.add(rest);
    meant.add(typed.substring(1, 2) + typed.charAt(0) + typed.substring(2));
    return meant.stream()
        .filter(this::isKnown)
        .limit(MOST)
        .map(word -> near(typed, word, 1))
        .toList();
  }

  private static Near near(String typed, String word, int wrong) {
    return new Near(word, 1f - (float) wrong / Math.min(typed.length(), word.length()));
  }

  /** Letters that differ, two that changed places counted as one; more than most is most + 1. */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      if (fill(one, other, i, new int[][] {row, last, before}) > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(last[other.length()], most + 1);
  }

  /** One row of the table: this one, the last and the one before; answers with its least. */
  private static int fill(String one, String other, int i, int[][] rows) {
    int[] row = rows[0];
    row[0] = i;
    int least = i;
    for (int j = 1; j < row.length; j++) {
      int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
      row[j] = Math.min(Math.min(row[j - 1], rows[1][j]) + 1, rows[1][j - 1] + same);
      boolean swapped =
          i > 1
              && j > 1
              && one.charAt(i - 1) == other.charAt(j - 2)
              && one.charAt(i - 2) == other.charAt(j - 1);
      if (swapped) {
        row[j] = Math.min(row[j], rows[2][j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    return least;
  }
}
