package org.yiwang.pack;

/** Collects what is wrong with a pack (检查出的问题). */
public interface Problems {
  /**
   * @param source file and line
   * @param code name of the check and a number, e.g. {@code LINK-03}
   * @param what what is wrong, one sentence ending in a full stop
   * @param todo what to do about it, one sentence ending in a full stop
   */
  void add(Source source, String code, String what, String todo);

  /** The known word nearest to a misspelt one, as " Did you mean X?", or empty. */
  String nearest(String word, Iterable<String> known);
}
