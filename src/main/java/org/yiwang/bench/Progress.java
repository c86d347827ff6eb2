package org.yiwang.bench;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Says on the terminal how far a measurement is. */
record Progress(@Nullable PrintStream out) {
  static Progress silent() {
    return new Progress(null);
  }

  static Progress to(PrintStream out) {
    return new Progress(out);
  }

  Part of(String what) {
    return new Part(out, what, System.nanoTime());
  }

  /** One stretch of work. */
  record Part(@Nullable PrintStream out, String what, long since) {
    void at(int done) {
      if (out != null && done > 0 && done % 500 == 0) {
        double seconds = (System.nanoTime() - since) / 1e9;
        out.printf("\r%-28s %,8d  %,8.0f/s ", what, done, done / seconds);
      }
    }

    void done(int count) {
      if (out != null) {
        double seconds = (System.nanoTime() - since) / 1e9;
        out.printf("\r%-28s %,8d  %,8.0f/s  %.1f s%n", what, count, count / seconds, seconds);
      }
    }
  }
}
