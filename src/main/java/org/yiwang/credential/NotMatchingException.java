package org.yiwang.credential;

/** What is shown is not what the issuer signed. */
final class NotMatchingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotMatchingException(String why) {
    super(why);
  }
}
