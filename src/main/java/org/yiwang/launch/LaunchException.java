package org.yiwang.launch;

/**
 * Something keeps the program from starting (无法启动), said in one sentence to the person at the
 * terminal: no stack trace helps them.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchException(String sentence) {
    super(sentence);
  }

  public LaunchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
