package org.yiwang.operations;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many cases a map takes at once (点位上限), and how many the search for places where the same
 * comes back compares. Where there are more, the page says so.
 */
@Component
class MostPoints {
  private static final int WALL = 1500;
  private static final int REPEATS = 3000;

  private final int most;

  MostPoints(@Value("${yiwang.operations.most-points:5000}") int most) {
    this.most = most;
  }

  /** On the board, whose script gathers them. */
  int board() {
    return most;
  }

  /** On the wall, which carries them in the page. */
  int wall() {
    return Math.min(most, WALL);
  }

  /** Compared with one another. */
  int repeats() {
    return Math.min(most, REPEATS);
  }
}
