package org.yiwang.pack;

/**
 * Words in both languages (双语文字). In a pack file: {@code name: {zh: 杨浦区, en: Yangpu District}}.
 *
 * <p>Words of the program itself are written where they are used, so that neither language can be
 * forgotten and no key can dangle.
 */
public record Text(String zh, String en) {
  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** The same in both languages: numbers, proper names. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** Both languages with the same arguments put in, as {@link String#formatted}. */
  public Text with(Object... arguments) {
    return new Text(zh.formatted(arguments), en.formatted(arguments));
  }
}
