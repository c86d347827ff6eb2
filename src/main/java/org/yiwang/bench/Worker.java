package org.yiwang.bench;

/** One client's work, done again and again on one thread. */
interface Worker extends AutoCloseable {
  /** One whole lifecycle. */
  void once() throws Exception;

  /**
   * Does it once.
   *
   * @return nanoseconds of what is measured of it: all, unless only a part is asked for
   */
  default long timed() throws Exception {
    long before = System.nanoTime();
    once();
    return System.nanoTime() - before;
  }

  @Override
  default void close() throws Exception {}
}
