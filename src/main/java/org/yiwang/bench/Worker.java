package org.yiwang.bench;

/** One client's work, done again and again on one thread. */
interface Worker extends AutoCloseable {
  /** One whole lifecycle. */
  void once() throws Exception;

  @Override
  default void close() throws Exception {}
}
