package org.yiwang.pack;

import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant (最接近的拼写), in a pack or at the terminal. */
public final class NearestWord {
  /** Longer words are not compared: their distance costs time and helps nobody. */
  private static final int LONGEST = 60;

  private NearestWord() {}

  /** The known word with the fewest typing slips, if the slips are few for its length. */
  public static Optional<String> to(String word, Iterable<String> known) {
    String typed = plain(word);
    Optional<String> best = Optional.empty();
    int allowed = Math.max(1, Math.min(typed.length(), LONGEST) / 3);
    // One letter for another is no likeness: "2" does not mean "1".
    int fewest = 1 + Math.min(allowed, typed.length() - 1);
    for (String candidate : known) {
      int slips = slips(typed, plain(candidate));
      if (slips < fewest) {
        fewest = slips;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** Case, underscores and hyphens are not slips: {@code Zone_Name} is {@code zone-name}. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  private static int slips(String typed, String candidate) {
    return typed.length() > LONGEST || candidate.length() > LONGEST
        ? Integer.MAX_VALUE
        : new Alignment(typed, candidate).slips();
  }

  /** Counts insertions, deletions, replacements and swapped neighbours. */
  private record Alignment(String a, String b, int[][] cost) {
    Alignment(String a, String b) {
      this(a, b, new int[a.length() + 1][b.length() + 1]);
    }

    int slips() {
      for (int i = 0; i <= a.length(); i++) {
        for (int j = 0; j <= b.length(); j++) {
          cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(i, j);
        }
      }
      return cost[a.length()][b.length()];
    }

    private int cheapest(int i, int j) {
      int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
      return swapped(i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private boolean swapped(int i, int j) {
      return i > 1
          && j > 1
          && a.charAt(i - 1) == b.charAt(j - 2)
          && a.charAt(i - 2) == b.charAt(j - 1);
    }
  }
}
