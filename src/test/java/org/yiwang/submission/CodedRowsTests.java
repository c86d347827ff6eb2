package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.ClaimWords;
import org.yiwang.pack.Text;

/**
 * Claims that a toy district could declare and none does: a yes or no, rows with one in them, and
 * what another matter's credential repeats of a choice.
 */
@ProgramTest
class CodedRowsTests {
  @Autowired private ClaimWords words;

  @DynamicPropertySource
  static void district(DynamicPropertyRegistry registry) {
    registry.add("yiwang.pack", CodedRowsTests::written);
  }

  private static String written() {
    return ToyCopy.make()
        .with(
            "matters/renew-card.yaml",
            "level: level}",
            "level: level, family: kin, reads: kin/reads}")
        .with("matters/reading-circle.yaml", "claims: [reader]", "claims: [reader, level]")
        .with(
            "matters/reading-circle.yaml",
            "claims: {circle: circle_name, ",
            "claims: {circle: circle_name, founder-level: fetched:founder-card/level, ")
        .with(
            "credentials.yaml",
            "selective: false}\n",
            "selective: false}\n"
                + "      - {id: family, name: {zh: 家里人, en: Family}, optional: true}\n"
                + "      - {id: reads, name: {zh: 来阅览室, en: Comes to read}, optional: true}\n")
        .with(
            "credentials.yaml",
            "name: {zh: 读书会, en: Circle}}\n      - {id: founder,",
            "name: {zh: 读书会, en: Circle}}\n"
                + "      - {id: founder-level, name: {zh: 级别, en: Level}, optional: true}\n"
                + "      - {id: founder,")
        .pack()
        .toString();
  }

  @Test
  void yesAndNoAreReadInEnglish() {
    assertThat(words.of("library-card", "reads", "是")).isEqualTo(Text.of("是", "Yes"));
    assertThat(words.of("library-card", "reads", "是；否")).isEqualTo(Text.of("是；否", "Yes; No"));
  }

  @Test
  void rowsAreReadCellByCellAndNamesStay() {
    String rows = "小明 2010-01-01 是；小红 2012-01-01 否";
    assertThat(words.of("library-card", "family", rows))
        .isEqualTo(Text.of(rows, "小明 2010-01-01 Yes; 小红 2012-01-01 No"));
    assertThat(words.of("library-card", "family", "小明 2010-01-01"))
        .isEqualTo(Text.same("小明 2010-01-01"));
  }

  @Test
  void whatIsRepeatedFromAnotherCredentialIsReadAsThere() {
    assertThat(words.of("library-card", "level", "家庭证")).isEqualTo(Text.of("家庭证", "Family"));
    assertThat(words.of("reading-circle", "founder-level", "家庭证"))
        .isEqualTo(Text.of("家庭证", "Family"));
    assertThat(words.of("reading-circle", "circle", "家庭证")).isEqualTo(Text.same("家庭证"));
  }
}
