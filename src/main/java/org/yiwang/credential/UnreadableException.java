package org.yiwang.credential;

/** Something is not a token, or not one that can be read. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String why) {
    super(why);
  }
}
