package org.yiwang.journal;

import java.io.Serial;

/** The log cannot be read or continued (日志读不了); the message says why, in both languages. */
final class LogRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Without a stop at the end. */
  LogRefusedException(String chinese, String english) {
    super(chinese + "。" + System.lineSeparator() + "  " + english + ".");
  }
}
