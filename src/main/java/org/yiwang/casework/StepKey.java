package org.yiwang.casework;

import java.util.List;

/**
 * Names a step of a lifecycle in the whole district (环节编号): steps of two lifecycles, and lifecycles
 * of two applications, may have the same name. All versions of a lifecycle share it.
 */
public record StepKey(String application, String lifecycle, String step) {
  /** The same as an expression over a case's row. */
  static final String COLUMNS = "application || '/' || lifecycle || '/' || step";

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static StepKey parse(String written) {
    List<String> parts = List.of(written.split("/", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("Not a step: " + written);
    }
    return new StepKey(parts.get(0), parts.get(1), parts.get(2));
  }

  /** {@code city-operations/six-step/handle}. */
  @Override
  public String toString() {
    return application + "/" + lifecycle + "/" + step;
  }
}
