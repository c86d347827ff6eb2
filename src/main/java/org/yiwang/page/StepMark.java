package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One step of a lifecycle as it is drawn (环节).
 *
 * @param name two to four characters in Chinese
 * @param state where the case is
 * @param note a few words below, e.g. when; shown where there is room
 */
public record StepMark(String name, State state, @Nullable String note) {

  /** Where the case is, seen from one step. */
  public enum State {
    PASSED("ok"),
    PRESENT("now"),
    AHEAD("ahead"),
    LEFT_OUT("out");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  public static StepMark of(String name, State state) {
    return new StepMark(name, state, null);
  }
}
