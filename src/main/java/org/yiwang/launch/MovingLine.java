package org.yiwang.launch;

import java.io.PrintStream;

/**
 * How far something is (进度): at a terminal one line that moves, at a pipe or in a file one line
 * each time, so that nothing is glued together.
 */
public final class MovingLine {
  private static final String AGAIN = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;

  /** On the terminal if both ends of this program are one. */
  public MovingLine(PrintStream out) {
    this(out, System.console() != null && System.console().isTerminal());
  }

  MovingLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Takes the place of what was shown before. */
  public synchronized void show(String words) {
    out.print(terminal ? AGAIN + words : words + System.lineSeparator());
    out.flush();
  }

  /** Leaves the last words standing: what is printed next stands below them. */
  public synchronized void end() {
    if (terminal) {
      out.println();
    }
  }
}
