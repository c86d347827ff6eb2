package org.yiwang.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions say yes, no, or that it cannot be said. */
class ConditionTests {
  @Test
  void numbersDatesAndRowsAreCompared() {
    assertThat(new Condition("income > 3000").holds(Map.of("income", new BigDecimal("3000.01"))))
        .isTrue();
    assertThat(
            new Condition("born <= today - duration(\"P65Y\")")
                .holds(
                    Map.of(
                        "born", LocalDate.of(1961, 11, 22), "today", LocalDate.of(2026, 11, 22))))
        .isTrue();
    assertThat(
            new Condition("some child in children satisfies child.age < 3")
                .holds(Map.of("children", List.of(Map.of("age", new BigDecimal(5))))))
        .isFalse();
  }

  @Test
  void aMissingFactMakesNoFalseSentence() {
    Map<String, Object> unknown = new HashMap<>();
    unknown.put("income", null);
    var condition = new Condition("income > 3000");
    assertThat(condition.holds(unknown)).isNull();
    assertThat(condition.certain(unknown)).isFalse();
    assertThat(new Condition("not(income > 3000)").holds(unknown)).isNull();
  }

  @Test
  void aMisspeltNameAndBrokenWordsAreFaults() {
    Set<String> names = Set.of("income");
    assertThat(new Condition("income > 3000").fault(names)).isEmpty();
    assertThat(new Condition("incom > 3000").fault(names)).isPresent();
    assertThat(new Condition("income > (").fault(names)).contains("it cannot be read at '('");
    assertThat(new Condition("income >").fault(names)).contains("something is missing at its end");
    assertThat(new Condition("income > ) 3").fault(names)).contains("it cannot be read at ')'");
  }

  @Test
  void nothingIsNoCondition() {
    assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse("  "));
    assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse("x".repeat(2_001)));
  }
}
