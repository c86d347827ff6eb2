package org.yiwang.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.words.WordIndex.Entry;
import org.yiwang.words.WordIndex.Part;

/**
 * What three Chinese characters may have meant of which the one in the middle is wrong (错别字): 居主证
 * for 居住证. Whoever types by sound picks a wrong character of the right sound, and in a word of
 * three the wrong one in the middle breaks both of its pairs. In longer words, and at their ends, a
 * pair is left that finds by itself.
 */
final class NearLetters {
  private static final int MOST = 3;

  /** In how many entries two characters stand together. */
  private final Map<String, Integer> pairs = new HashMap<>();

  /** What stands between two characters, in what entries are called. */
  private final Map<String, Set<String>> between = new HashMap<>();

  static NearLetters of(List<Entry> entries) {
    var near = new NearLetters();
    for (Entry entry : entries) {
      Set<String> here = new HashSet<>();
      entry
          .parts()
          .forEach((part, texts) -> texts.forEach(text -> near.add(here, part, text.zh())));
      here.forEach(pair -> near.pairs.merge(pair, 1, Integer::sum));
    }
    return near;
  }

  private void add(Set<String> here, Part part, String text) {
    int[] all = text.codePoints().toArray();
    for (int i = 0; i + 1 < all.length; i++) {
      if (Character.isIdeographic(all[i]) && Character.isIdeographic(all[i + 1])) {
        here.add(new String(all, i, 2));
        boolean three = i + 2 < all.length && Character.isIdeographic(all[i + 2]);
        if (three && (part == Part.NAME || part == Part.WORDS)) {
          between
              .computeIfAbsent(ends(all[i], all[i + 2]), ends -> new TreeSet<>())
              .add(Character.toString(all[i + 1]));
        }
      }
    }
  }

  /**
   * The pairs, each the rarer of its two, that were meant by three characters; empty if one of the
   * pairs that were typed stands anywhere, since then it says something by itself.
   */
  List<String> find(String three) {
    int[] typed = three.codePoints().toArray();
    if (pairs.containsKey(new String(typed, 0, 2)) || pairs.containsKey(new String(typed, 1, 2))) {
      return List.of();
    }
    String first = Character.toString(typed[0]);
    String last = Character.toString(typed[2]);
    return between.getOrDefault(ends(typed[0], typed[2]), Set.of()).stream()
        .map(middle -> rarer(first + middle, middle + last))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private String rarer(String one, String other) {
    return List.of(one, other).stream()
        .min(Comparator.comparing(pair -> pairs.getOrDefault(pair, 0)))
        .orElseThrow();
  }

  private static String ends(int first, int last) {
    return new StringBuilder().appendCodePoint(first).appendCodePoint(last).toString();
  }
}
