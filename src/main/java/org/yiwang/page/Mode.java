package org.yiwang.page;

/** How pages are drawn (版式): the same URLs and HTML with other numbers in the stylesheet. */
public enum Mode {
  /** Phones and desks. */
  NORMAL("normal"),
  /** 长者版: text of 24 px, targets of 60 px, fewer choices. */
  ELDER("elder"),
  /** 大屏: light on dark, readable at six metres. */
  WALL("wall");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  /** As it stands in {@code ?mode=}, in the cookie and in {@code data-mode}. */
  public String word() {
    return word;
  }
}
