package org.yiwang.pack;

import java.nio.file.Path;
import java.util.List;

/**
 * A pack (城区包) while it is being checked: everything that could be bound, with the places it came
 * from.
 */
public interface PackReading {
  <T> List<Defined<T>> list(DefinitionType<T> type);

  /** Where a bound record, or one of its keys, stands; for exact lines in problems. */
  Source at(Object bound, String key);

  /** Where a bound record stands. */
  Source at(Object bound);

  /** A file inside the pack's folder, whether or not it exists. */
  Path file(String relativePath);
}
