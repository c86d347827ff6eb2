package org.yiwang.page;

/** What a colour means (语气): never the only sign, always beside words. */
public enum Tone {
  /** Says nothing about urgency. */
  PLAIN("plain"),
  /** Under way, or open. */
  RUN("run"),
  /** Due soon, or waiting for the reader. */
  SOON("soon"),
  /** Late, refused, out of bounds. */
  LATE("late"),
  /** Done, within bounds. */
  DONE("done");

  private final String word;

  Tone(String word) {
    this.word = word;
  }

  /** The class name in the stylesheet. */
  public String word() {
    return word;
  }
}
