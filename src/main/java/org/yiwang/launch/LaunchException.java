package org.yiwang.launch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * A command cannot do what it was asked (无法照办), said in one sentence to the person at the terminal:
 * no stack trace helps them. Whoever throws it has to say it in both languages.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** In both languages, one line each. */
  public LaunchException(String chinese, String english) {
    this(chinese, english, null);
  }

  /** In both languages, one line each. */
  public LaunchException(String chinese, String english, @Nullable Throwable cause) {
    this(chinese, english, cause, CommandLine.ExitCode.SOFTWARE);
  }

  private LaunchException(String chinese, String english, @Nullable Throwable cause, int exitCode) {
    super(chinese + System.lineSeparator() + "  " + english, cause);
    this.exitCode = exitCode;
  }

  /** The command was called with something that it cannot take: nothing was begun. */
  public static LaunchException wronglyCalled(String chinese, String english) {
    return new LaunchException(chinese, english, null, CommandLine.ExitCode.USAGE);
  }

  int exitCode() {
    return exitCode;
  }
}
