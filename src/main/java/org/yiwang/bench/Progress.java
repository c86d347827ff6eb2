package org.yiwang.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.launch.MovingLine;

/** Says on the terminal how far a measurement is. */
record Progress(@Nullable MovingLine line) {
  static Progress silent() {
    return new Progress(null);
  }

  static Progress to(PrintStream out) {
    return new Progress(new MovingLine(out));
  }

  Part of(String what) {
    return new Part(line, what, System.nanoTime());
  }

  /** One stretch of work. */
  record Part(@Nullable MovingLine line, String what, long since) {
    void at(int done) {
      if (line != null && done > 0 && done % 500 == 0) {
        line.show(words(done, seconds()));
      }
    }

    void done(int count) {
      if (line != null) {
        double seconds = seconds();
        line.show(words(count, seconds) + String.format(Locale.ROOT, "  %.1f s", seconds));
        line.end();
      }
    }

    private double seconds() {
      return (System.nanoTime() - since) / 1e9;
    }

    private String words(int done, double seconds) {
      return String.format(Locale.ROOT, "%-28s %,8d  %,8.0f/s", what, done, done / seconds);
    }
  }
}
