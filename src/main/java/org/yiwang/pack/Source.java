package org.yiwang.pack;

/**
 * Where in a pack something stands (出处): a path relative to the district's folder, and a line from
 * 1.
 */
public record Source(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
