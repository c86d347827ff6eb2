package org.yiwang.page;

/** Light, dark, or what the reader's device prefers (明暗). */
public enum Theme {
  AUTO("auto"),
  LIGHT("light"),
  DARK("dark");

  private final String word;

  Theme(String word) {
    this.word = word;
  }

  /** As it stands in {@code ?theme=}, in the cookie and in {@code data-theme}. */
  public String word() {
    return word;
  }
}
