package org.yiwang.rule;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition in FEEL (条件), the expression language of OMG's DMN 1.5: {@code age >= 65 and
 * lives_alone}. Bound from a pack as text, parsed when first needed. Immutable; safe for many
 * threads.
 *
 * @param text as it stands in the pack
 */
public record Condition(String text) {
  private static final int LONGEST = 2_000;

  /**
   * @throws IllegalArgumentException if there is nothing, or far too much
   */
  public static Condition parse(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a condition is a FEEL expression of 1 to " + LONGEST + " characters");
    }
    return new Condition(text.strip());
  }

  /**
   * Whether it holds, or null when that cannot be said because a fact is missing (unknown, 未知).
   *
   * @param facts by name: {@code BigDecimal}, {@code Boolean}, {@code String}, {@code LocalDate},
   *     lists and maps of these
   */
  public @Nullable Boolean holds(Map<String, ?> facts) {
    return Feel.value(text, facts) instanceof Boolean answer ? answer : null;
  }

  /** Whether it holds for certain; a missing fact means no. */
  public boolean certain(Map<String, ?> facts) {
    return Objects.requireNonNullElse(holds(facts), false);
  }

  /**
   * What is wrong with it, one sentence in English; empty if it can be evaluated.
   *
   * @param names the facts that may stand in it
   */
  public java.util.Optional<String> fault(Set<String> names) {
    return Feel.fault(text, names);
  }
}
