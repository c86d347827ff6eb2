package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Something that is tried with a credential, and what whoever tries it has to be told. */
record Attack(String name, Supplier<Finding> tried, Finding told) {
  /** A test for each. */
  static Stream<DynamicTest> tests(Map<String, Stream<Attack>> groups) {
    return groups.values().stream()
        .flatMap(group -> group)
        .map(a -> dynamicTest(a.name(), () -> assertThat(a.tried().get()).isEqualTo(a.told())));
  }
}
