package org.yiwang.pack;

import java.util.Comparator;

/**
 * One thing that is wrong with a pack (问题), worded for the person who wrote the file.
 *
 * @param source file and line
 * @param code name of the check and a number, e.g. {@code KEY-01}
 * @param what what is wrong, one sentence
 * @param todo what to do about it, one sentence or two
 */
public record Problem(Source source, String code, String what, String todo)
    implements Comparable<Problem> {
  private static final Comparator<Problem> READING_ORDER =
      Comparator.comparing((Problem p) -> p.source().file())
          .thenComparingInt(p -> p.source().line())
          .thenComparing(Problem::code)
          .thenComparing(Problem::what);

  /** By file, then by line: the order in which an author mends them. */
  @Override
  public int compareTo(Problem other) {
    return READING_ORDER.compare(this, other);
  }

  /** The line that {@code ./yiwang pack check} prints. */
  @Override
  public String toString() {
    return "%s [%s] %s %s".formatted(source, code, what, todo).strip();
  }
}
