package org.yiwang.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;

/**
 * A stretch of words that nobody translated (原文), such as an address or what somebody wrote: what
 * is Chinese in it is marked so where the reader's language is another, and then read out and drawn
 * as Chinese.
 *
 * @param lang null where the words are in the page's own language
 */
public record Spoken(String words, @Nullable String lang) {
  /** From one ideograph to the last, with the digits and marks between them, and a full stop. */
  private static final Pattern CHINESE =
      Pattern.compile("\\p{IsHan}(?:[^\\p{IsLatin}]*[\\p{IsHan}\\d）。！？”》])?");

  public static List<Spoken> of(String words, Language reader) {
    if (reader == Language.ZH) {
      return List.of(new Spoken(words, null));
    }
    List<Spoken> parts = new ArrayList<>();
    Matcher chinese = CHINESE.matcher(words);
    int end = 0;
    while (chinese.find()) {
      parts.add(new Spoken(words.substring(end, chinese.start()), null));
      parts.add(new Spoken(chinese.group(), Language.ZH.tag()));
      end = chinese.end();
    }
    parts.add(new Spoken(words.substring(end), null));
    parts.removeIf(part -> part.words().isEmpty());
    return List.copyOf(parts);
  }
}
