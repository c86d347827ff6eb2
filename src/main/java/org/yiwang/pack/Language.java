package org.yiwang.pack;

import java.util.Locale;

/** A language a district speaks (语言). Chinese and English are complete everywhere. */
public enum Language {
  ZH("zh-CN", "中文"),
  EN("en", "English");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The BCP 47 tag, for {@code <html lang>} and formatting. */
  public String tag() {
    return tag;
  }

  /** The language's name in itself, as readers look for it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
