package org.yiwang.words;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody's own words name (所问), without the words of asking: single characters and pairs of
 * them in Chinese, whole words in other writing.
 *
 * @param letters Chinese characters, each once
 * @param pairs two of them that stand together, also with a word of asking between them (生了娃)
 * @param threes three of them that stand together
 * @param words words of other writing, and numbers
 * @param lone whether all that was said is one character: then it is no stray one
 */
record Asked(
    Set<String> letters, Set<String> pairs, Set<String> threes, Set<String> words, boolean lone) {

  static Asked of(String said) {
    int[] all = said.toLowerCase(Locale.ROOT).codePoints().toArray();
    var asked =
        new Asked(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            lone(all));
    boolean[] filler = fillers(all);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      boolean han = Character.isIdeographic(all[i]);
      if (!han && Character.isLetterOrDigit(all[i])) {
        word.appendCodePoint(all[i]);
        continue;
      }
      asked.word(word);
      if (han && !filler[i]) {
        asked.letter(all, filler, i);
      }
    }
    asked.word(word);
    return asked;
  }

  private void letter(int[] all, boolean[] filler, int at) {
    String letter = Character.toString(all[at]);
    letters.add(letter);
    if (names(all, filler, at - 1)) {
      pairs.add(two(all, at - 1));
      if (names(all, filler, at - 2)) {
        threes.add(new String(all, at - 2, 3));
      }
    } else if (names(all, filler, at - 2) && filler[at - 1]) {
      pairs.add(Character.toString(all[at - 2]) + letter);
    }
  }

  /** Whether there is a Chinese character that names something. */
  private static boolean names(int[] all, boolean[] filler, int at) {
    return at >= 0 && Character.isIdeographic(all[at]) && !filler[at];
  }

  private void word(StringBuilder word) {
    String whole = word.toString();
    word.setLength(0);
    if (!whole.isEmpty() && !Fillers.word(whole)) {
      words.add(whole);
    }
  }

  private static boolean[] fillers(int[] all) {
    boolean[] filler = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      filler[i] |= Fillers.letter(all[i]);
      if (i + 1 < all.length && Fillers.pair(two(all, i))) {
        filler[i] = true;
        filler[i + 1] = true;
      }
    }
    return filler;
  }

  private static String two(int[] all, int first) {
    return new String(all, first, 2);
  }

  private static boolean lone(int[] all) {
    return Arrays.stream(all).filter(Character::isLetterOrDigit).distinct().count() == 1;
  }
}
