package org.yiwang.pack;

import java.util.Collection;
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
          .thenComparing(Problem::what)
          .thenComparing(p -> String.valueOf(p.source().seenFrom()));

  /** By file, then by line: the order in which an author mends them. */
  @Override
  public int compareTo(Problem other) {
    return READING_ORDER.compare(this, other);
  }

  /** The line that {@code ./yiwang pack check} prints. */
  @Override
  public String toString() {
    String line = "%s [%s] %s %s".formatted(source, code, what, todo).strip();
    return source.seenFrom() == null
        ? line
        : line + " It is so in %s, which extends this file.".formatted(source.seenFrom());
  }

  /** Whether the same is wrong with the file for itself, not only with one that extends it. */
  boolean isToldIn(Collection<Problem> others) {
    Source plain = new Source(source.file(), source.line());
    return source.seenFrom() != null && others.contains(new Problem(plain, code, what, todo));
  }
}
