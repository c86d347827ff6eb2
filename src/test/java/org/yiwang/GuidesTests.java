package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guides under {@code docs/} speak of addresses, settings and commands that there are, and say
 * the same in both languages.
 */
class GuidesTests {
  private static final Path DOCS = Path.of("docs");
  private static final Pattern ADDRESS = Pattern.compile("`(/[a-z][a-z/-]*)`");
  private static final Pattern COMMAND = Pattern.compile("`\\./yiwang ([a-z]+(?: [a-z][a-z-]*)?)");
  private static final Pattern SETTING = Pattern.compile("`yiwang\\.([a-z]+)\\.([a-z-]+)`");
  private static final Pattern VARIABLE = Pattern.compile("`(YIWANG_[A-Z_]+)");
  private static final Pattern PART = Pattern.compile("(?m)^(#+|- |\\d+\\. |\\|)");

  static Stream<Arguments> guides() {
    return Stream.of("residents", "officers", "duty-officers", "operators", "pack-authors")
        .map(name -> arguments(name, DOCS.resolve(name + ".md"), DOCS.resolve(name + ".zh-CN.md")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guides")
  void hasTheSamePartsInBothLanguages(String name, Path english, Path chinese) {
    assertThat(found(PART, english)).isNotEmpty().isEqualTo(found(PART, chinese));
    assertThat(found(ADDRESS, english)).isEqualTo(found(ADDRESS, chinese));
    assertThat(found(COMMAND, english)).isEqualTo(found(COMMAND, chinese));
    assertThat(found(VARIABLE, english)).isEqualTo(found(VARIABLE, chinese));
    assertThat(read(DOCS.resolve("README.md"))).contains(name + ".md", name + ".zh-CN.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guides")
  void namesOnlyAddressesAndCommandsThatThereAre(String name, Path english, Path chinese) {
    String addresses = read(Path.of("src/test/resources/journeys/roles-and-addresses.txt"));
    String help = read(DOCS.resolve("help.txt"));
    assertThat(found(ADDRESS, english))
        .allSatisfy(one -> assertThat(addresses).containsPattern(Pattern.quote(one) + "\\s"));
    assertThat(found(COMMAND, english))
        .allSatisfy(one -> assertThat(help).contains("Usage: yiwang " + one + " "));
  }

  @Test
  void namesOnlySettingsThatAreRead() {
    String program = sources();
    Path operators = DOCS.resolve("operators.md");
    List<String> settings =
        SETTING
            .matcher(read(operators))
            .results()
            .map(one -> one.group(1) + " " + one.group(2))
            .toList();
    assertThat(settings).hasSizeGreaterThan(5);
    for (String setting : settings) {
      String[] parts = setting.split(" ");
      String group = "\"yiwang." + parts[0] + ".\"";
      assertThat(
              program.contains("yiwang." + parts[0] + "." + parts[1])
                  || program.contains(group) && program.contains("\"" + parts[1] + "\""))
          .as("yiwang." + setting)
          .isTrue();
    }
  }

  private static List<String> found(Pattern pattern, Path guide) {
    return pattern
        .matcher(read(guide))
        .results()
        .map((MatchResult one) -> one.group(1).replaceAll("\\d+", "1"))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(GuidesTests::read)
          .reduce("", (one, other) -> one + "\n" + other);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
