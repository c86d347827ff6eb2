package org.yiwang.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a story expected and what was seen instead, with the line where it stands. */
final class Mismatches {
  private final StoryBook book;
  private final List<String> all = new ArrayList<>();

  Mismatches(StoryBook book) {
    this.book = book;
  }

  void add(Object bound, String expected, String seen) {
    all.add("%s%n    expected: %s%n    seen:     %s".formatted(book.at(bound), expected, seen));
  }

  /** Nothing is compared where the story says nothing. */
  void compare(Object bound, String what, @Nullable Object expected, @Nullable Object seen) {
    if (expected != null && !Objects.equals(expected, seen)) {
      add(bound, what + " " + expected, what + " " + (seen == null ? "none" : seen));
    }
  }

  /** One of several ways to say the same: an id, or its name in a language. */
  void oneOf(Object bound, String what, @Nullable String expected, Collection<String> seen) {
    if (expected != null && !seen.contains(expected)) {
      add(bound, what + " " + expected, what + " " + String.join(" / ", seen));
    }
  }

  /**
   * @throws AssertionError when there are any
   */
  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new AssertionError(
          Stream.concat(Stream.of("The story went otherwise:"), all.stream())
              .reduce((a, b) -> a + System.lineSeparator() + "  " + b)
              .orElse(""));
    }
  }
}
