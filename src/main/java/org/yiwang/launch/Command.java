package org.yiwang.launch;

/**
 * A command that a module adds to {@code ./yiwang} (命令): a class with picocli's {@code @Command}
 * and a constructor without arguments, found by scanning. It may be package-private; it is made
 * without Spring, and asks {@link Surroundings} for beans if it needs them.
 */
public interface Command {
  /** The group it stands in, e.g. {@code pack} for {@code ./yiwang pack check}; empty for none. */
  default String group() {
    return "";
  }

  /**
   * Does the work.
   *
   * @return the exit code: 0 done, 1 not done, 2 wrongly called
   */
  int run(Surroundings surroundings) throws Exception;
}
