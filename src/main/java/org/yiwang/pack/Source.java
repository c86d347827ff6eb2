package org.yiwang.pack;

import org.jspecify.annotations.Nullable;

/**
 * Where in a pack something stands (出处): a path relative to the district's folder, and a line from
 * 1.
 *
 * @param seenFrom the file whose definition was read, where that is another one which extends this
 *     file
 */
public record Source(String file, int line, @Nullable String seenFrom) {
  public Source(String file, int line) {
    this(file, line, null);
  }

  /** The same place, seen from a file that extends this one. */
  Source seenFrom(String other) {
    return other.equals(file) ? this : new Source(file, line, other);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
