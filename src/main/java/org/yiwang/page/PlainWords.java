package org.yiwang.page;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Tidies what people type (文字整理): composed characters, no control or invisible formatting
 * characters, one kind of line end, no space at line ends, at most one empty line in a row.
 */
public final class PlainWords {
  private PlainWords() {}

  /** Text of several lines. Tidying twice changes nothing more. */
  public static String lines(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    String ends =
        typed.replace("\r\n", "\n").replaceAll("[\\r\\u2028\\u2029\\u0085\\u000B\\f]", "\n");
    String composed = Normalizer.normalize(visible(ends), Normalizer.Form.NFC);
    return composed.replaceAll("[\\p{Zs}\\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  /** Text of one line: a name, an address. */
  public static String line(@Nullable String typed) {
    return lines(typed).replaceAll("[\\p{Zs}\\t\n]+", " ").strip();
  }

  /**
   * Without control characters, half surrogates and characters that turn the writing direction;
   * joiners stay, for emoji and for scripts that need them.
   */
  private static String visible(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed
        .codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || c == 0x200C
                    || c == 0x200D
                    || switch (Character.getType(c)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.PRIVATE_USE,
                          Character.UNASSIGNED ->
                          false;
                      default -> true;
                    })
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
