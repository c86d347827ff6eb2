package org.yiwang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.calendar.TimeLimit.Unit;
import org.yiwang.pack.Text;

class TimeLimitTests {
  @Test
  void readsWhatPacksWrite() {
    assertThat(TimeLimit.parse("2 urgent-hours")).isEqualTo(new TimeLimit(2, Unit.URGENT_HOURS));
    assertThat(TimeLimit.parse(" 1  working-day ")).isEqualTo(new TimeLimit(1, Unit.WORKING_DAYS));
    for (Unit unit : Unit.values()) {
      TimeLimit limit = new TimeLimit(3, unit);
      assertThat(TimeLimit.parse(limit.toString())).isEqualTo(limit);
    }
  }

  @Test
  void speaksBothLanguages() {
    assertThat(TimeLimit.parse("7 working-days").words())
        .isEqualTo(Text.of("7 个工作日", "7 working days"));
    assertThat(TimeLimit.parse("1 urgent-hours").words())
        .isEqualTo(Text.of("1 个紧急工作时", "1 hour round the clock"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "seven working-days", "7 weeks", "-1 minutes", "7days"})
  void refusesWhatIsNoLimit(String written) {
    assertThatThrownBy(() -> TimeLimit.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a time limit")
        .hasMessageEndingWith("for example \"7 working-days\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 minutes", "10001 minutes", "999999999 working-days"})
  void refusesLimitsOutOfRange(String written) {
    assertThatThrownBy(() -> TimeLimit.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10000");
  }
}
