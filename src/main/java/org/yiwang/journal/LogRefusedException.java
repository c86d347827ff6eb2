package org.yiwang.journal;

import java.io.Serial;

/** The log cannot be read or continued; the message says why. */
final class LogRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LogRefusedException(String message) {
    super(message);
  }
}
