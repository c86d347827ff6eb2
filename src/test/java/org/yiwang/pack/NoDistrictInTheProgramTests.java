package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program knows no district: what a district is called stands in its pack and nowhere else. */
class NoDistrictInTheProgramTests {
  /** Explains the program to readers of its code, who see nothing of it running. */
  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*.*?\\*/|<%--.*?--%>|(?m)^\\s*//.*$");

  /** The default pack and examples of the command line are addresses of folders. */
  private static final Pattern FOLDER = Pattern.compile("packs/[a-z-]+");

  private static final Pattern NAME = Pattern.compile("\\b(?:zh|en): ?\"?([^,}\"]+)");
  private static final Pattern PREFIX = Pattern.compile("number-prefix: (\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"yangpu", "san-francisco"})
  void neitherPagesNorJavaNameWhatAPackNames(String pack) throws IOException {
    List<String> names = names(Path.of("packs", pack));
    assertThat(names).hasSizeGreaterThan(10);
    List<String> found = new ArrayList<>();
    for (Path folder : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(NoDistrictInTheProgramTests::isSource).toList()) {
          String source = FOLDER.matcher(said(file)).replaceAll("");
          names.stream()
              .filter(name -> Pattern.compile(Pattern.quote(name)).matcher(source).find())
              .forEach(name -> found.add(file + ": " + name));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
  }

  private static String said(Path file) throws IOException {
    return COMMENT.matcher(Files.readString(file)).replaceAll("");
  }

  /** The district, its number prefix, its units and landmarks, its example places. */
  private static List<String> names(Path pack) throws IOException {
    List<String> names = new ArrayList<>();
    String district = Files.readString(pack.resolve("district.yaml"));
    Matcher prefix = PREFIX.matcher(district);
    assertThat(prefix.find()).isTrue();
    names.add(prefix.group(1) + "-");
    String head = district.substring(0, district.indexOf("zone:"));
    String examples = district.substring(district.indexOf("example-places:"));
    for (String words : List.of(head, examples, Files.readString(pack.resolve("units.yaml")))) {
      Matcher each = NAME.matcher(words);
      while (each.find()) {
        names.add(each.group(1).strip());
      }
    }
    try (Stream<String> rows = Files.lines(pack.resolve("places/landmarks.csv"))) {
      rows.skip(1).map(row -> row.split(",", -1)).forEach(row -> names.add(row[1]));
    }
    return names.stream().filter(NoDistrictInTheProgramTests::isTelling).distinct().toList();
  }

  /** Short words and single ones, such as "Environment", may be anybody's. */
  private static boolean isTelling(String name) {
    boolean chinese = name.codePoints().anyMatch(sign -> sign > 0x2E80);
    return name.endsWith("-")
        || (chinese ? name.length() >= 3 : name.contains(" ") && name.length() >= 8);
  }
}
