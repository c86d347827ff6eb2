package org.yiwang.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A YAML file as a tree that remembers where each part of it stands. A tree made of a file and its
 * base has parts of both.
 */
sealed interface YamlTree {
  /** Where it begins. */
  Source source();

  default int line() {
    return source().line();
  }

  /** The same tree, as part of the definition in that file. */
  default YamlTree seenFrom(String file) {
    return switch (this) {
      case Scalar it -> new Scalar(it.text(), it.quoted(), it.source().seenFrom(file));
      case Sequence it -> {
        List<YamlTree> items = it.items().stream().map(item -> item.seenFrom(file)).toList();
        yield new Sequence(items, it.source().seenFrom(file));
      }
      case Mapping it -> {
        List<Pair> pairs = it.pairs().stream().map(pair -> pair.seenFrom(file)).toList();
        yield new Mapping(pairs, it.source().seenFrom(file));
      }
    };
  }

  /**
   * A single value.
   *
   * @param quoted whether it stood in quotes or in a block of text, so that it can only be text
   */
  record Scalar(String text, boolean quoted, Source source) implements YamlTree {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** The word by which a file that extends another takes away what the other one has. */
    boolean removes() {
      return !quoted && text.equals("~");
    }

    /** {@code key:} with nothing behind it, or one of YAML's words for nothing. */
    boolean nothing() {
      return !quoted && NOTHING.contains(text);
    }
  }

  record Sequence(List<YamlTree> items, Source source) implements YamlTree {}

  record Mapping(List<Pair> pairs, Source source) implements YamlTree {
    Optional<Pair> find(String key) {
      return pairs.stream().filter(pair -> pair.key().equals(key)).findFirst();
    }

    List<String> keys() {
      return pairs.stream().map(Pair::key).toList();
    }
  }

  /** A key with its value; {@code source} is where the key stands. */
  record Pair(String key, Source source, YamlTree value) {
    Pair seenFrom(String file) {
      return new Pair(key, source.seenFrom(file), value.seenFrom(file));
    }
  }
}
