package org.yiwang.pack;

import java.util.List;
import java.util.Set;

/** A YAML file as a tree that remembers its lines. */
sealed interface YamlTree {
  /** The line on which it begins, from 1. */
  int line();

  /**
   * A single value.
   *
   * @param quoted whether it stood in quotes or in a block of text, so that it can only be text
   */
  record Scalar(String text, boolean quoted, int line) implements YamlTree {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** {@code key:} with nothing behind it, or one of YAML's words for nothing. */
    boolean nothing() {
      return !quoted && NOTHING.contains(text);
    }
  }

  record Sequence(List<YamlTree> items, int line) implements YamlTree {}

  record Mapping(List<Pair> pairs, int line) implements YamlTree {}

  /** A key with its value; {@code line} is the key's. */
  record Pair(String key, int line, YamlTree value) {}
}
