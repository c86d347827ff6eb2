package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    try {
      Path pack = Files.createTempDirectory("coded").resolve("_toy");
      copy(Path.of("packs/_toy"), pack);
      Path own = pack.resolve("library-card");
      change(
          own.resolve("matters/renew-card.yaml"),
          "level: level}",
          "level: level, family: kin, " + "reads: kin/reads}");
      change(
          own.resolve("matters/reading-circle.yaml"),
          "claims: [reader]",
          "claims: [reader, level]");
      change(
          own.resolve("matters/reading-circle.yaml"),
          "claims: {circle: circle_name, ",
          "claims: {circle: circle_name, founder-level: fetched:founder-card/level, ");
      change(
          own.resolve("credentials.yaml"),
          "selective: false}\n",
          "selective: false}\n"
              + "      - {id: family, name: {zh: 家里人, en: Family}, optional: true}\n"
              + "      - {id: reads, name: {zh: 来阅览室, en: Comes to read}, optional: true}\n");
      change(
          own.resolve("credentials.yaml"),
          "name: {zh: 读书会, en: Circle}}\n      - {id: founder,",
          "name: {zh: 读书会, en: Circle}}\n"
              + "      - {id: founder-level, name: {zh: 级别, en: Level}, optional: true}\n"
              + "      - {id: founder,");
      return pack.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walked = Files.walk(from)) {
      all = walked.toList();
    }
    for (Path one : all) {
      Path copied = to.resolve(from.relativize(one).toString());
      if (Files.isDirectory(one)) {
        Files.createDirectories(copied);
      } else {
        Files.copy(one, copied);
      }
    }
  }

  private static void change(Path file, String from, String to) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(from);
    Files.writeString(file, before.replace(from, to));
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
