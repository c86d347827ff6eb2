package org.yiwang.launch;

/**
 * Something keeps the program from starting (无法启动), said in one sentence to the person at the
 * terminal: no stack trace helps them.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** In both languages, one line each. */
  public LaunchException(String chinese, String english) {
    super(both(chinese, english));
  }

  /** In both languages, one line each. */
  public LaunchException(String chinese, String english, Throwable cause) {
    super(both(chinese, english), cause);
  }

  private static String both(String chinese, String english) {
    return chinese + System.lineSeparator() + "  " + english;
  }
}
