package org.yiwang.request;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.yiwang.launch.MovingLine;
import org.yiwang.request.ImportRequests.Tally;

/** One moving line in the terminal: how many, how fast, how long still (导入进度). */
final class ImportProgress {
  private static final int WIDTH = 30;

  private final MovingLine line;
  private final long total;
  private final long began = System.nanoTime();

  ImportProgress(PrintStream out, long total) {
    this.line = new MovingLine(out);
    this.total = total;
  }

  void show(Tally tally) {
    double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
    double rate = tally.rows() / seconds;
    long left = Math.round(Math.max(0, total - tally.rows()) / Math.max(1, rate));
    int done = (int) Math.min(WIDTH, WIDTH * tally.rows() / Math.max(1, total));
    line.show(
        String.format(
            Locale.ROOT,
            "%s%s %,d/%,d  %,.0f/s  %s left 剩余  %,d refused 被拒",
            "█".repeat(done),
            "░".repeat(WIDTH - done),
            tally.rows(),
            total,
            rate,
            words(Duration.ofSeconds(left)),
            tally.refusedRows()));
  }

  private static String words(Duration left) {
    return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }

  void end() {
    line.end();
  }
}
