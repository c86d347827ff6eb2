package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.pack.Language;

/** Times and numbers as readers write them. */
class WritingTests {
  private static final Instant NOW = Instant.parse("2026-11-22T11:34:00Z");

  private static Writing in(Language language) {
    return new Writing(language, ZoneId.of("Asia/Shanghai"), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 不到 1 分, less than a minute",
    "PT59S, 不到 1 分, less than a minute",
    "PT1M, 1 分, 1 min",
    "PT2H10M, 2 小时 10 分, 2 hours 10 min",
    "PT1H, 1 小时, 1 hour",
    "-PT26M, 26 分, 26 min",
    "P1DT3H59M, 1 天 3 小时, 1 day 3 hours",
    "P40D, 40 天, 40 days"
  })
  void aStretchOfTimeHasItsTwoLargestUnits(Duration span, String zh, String en) {
    assertThat(in(Language.ZH).span(span)).isEqualTo(zh);
    assertThat(in(Language.EN).span(span)).isEqualTo(en);
  }

  @Test
  void aTimeIsTheDistrictsAndHasItsYearOnlyWhenItIsAnother() {
    assertThat(in(Language.ZH).dateTime(NOW)).isEqualTo("11月22日 19:34");
    assertThat(in(Language.EN).dateTime(NOW)).isEqualTo("22 Nov, 19:34");
    assertThat(in(Language.ZH).dateTime(Instant.parse("2025-12-31T15:59:00Z")))
        .isEqualTo("2025年12月31日 23:59");
    assertThat(in(Language.ZH).dateTime(Instant.parse("2025-12-31T16:00:00Z")))
        .isEqualTo("1月1日 00:00");
    assertThat(in(Language.EN).date(NOW)).isEqualTo("22 November 2026");
  }

  @Test
  void numbersHaveSeparators() {
    assertThat(in(Language.ZH).number(1_234_567)).isEqualTo("1,234,567");
    assertThat(in(Language.EN).percent(0.964)).isEqualTo("96.4%");
  }
}
