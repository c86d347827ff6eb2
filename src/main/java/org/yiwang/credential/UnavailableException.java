package org.yiwang.credential;

/** Somebody else's keys or lists could not be fetched. */
final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String why) {
    super(why);
  }
}
