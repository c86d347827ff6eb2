package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever drives a browser carries the tag "journey", so that {@code ./yiwang test --fast} leaves
 * it out; and the browser it drives is the one that was asked for.
 */
class JourneyTagTests {
  private static final Path TESTS = Path.of("src/test/java/org/yiwang");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("\"(\\\\.|[^\"\\\\\\n])*\"");
  private static final Pattern TEST =
      Pattern.compile("@(Test|TestFactory|ParameterizedTest|Property)\\b");
  private static final String TAG = "@Tag(\"journey\")";
  private static final Pattern CLASS =
      Pattern.compile("^(public |final |abstract )*class ", Pattern.MULTILINE);

  @Test
  void everyTestThatUsesTheBrowserIsTaggedAsAJourney() throws IOException {
    Map<String, String> sources = sources();
    assertThat(untagged(sources)).isEmpty();
    long tagged = sources.values().stream().filter(JourneyTagTests::isTagged).count();
    assertThat(tagged).as("journeys that were looked at").isGreaterThan(15);
  }

  @Test
  void oneWithoutTheTagIsFoundAlsoIfAFixtureDrivesForIt() {
    Map<String, String> sources =
        Map.of(
            "Browser", "class Browser {}",
            "Way", "class Way { Browser browser; }",
            "PlainTests", "class PlainTests { @Test void asks() {} }",
            "TaggedTests",
                "@Tag(\"journey\")\n@ProgramTest\nclass TaggedTests { Browser b; @Test void t() {} }",
            "OnOneTests", "class OnOneTests { Browser b; @Tag(\"journey\") @Test void t() {} }",
            "DirectTests", "class DirectTests { Browser b; @Test void t() {} }",
            "ByFixtureTests", "class ByFixtureTests { Way way; @Test void t() {} }");
    assertThat(untagged(new TreeMap<>(sources)))
        .containsExactly("ByFixtureTests", "DirectTests", "OnOneTests");
  }

  @Test
  void theBrowserIsTheOneThatWasNamed(@TempDir Path folder) throws IOException {
    Path named = Files.createFile(folder.resolve("my-browser"));
    assertThat(named.toFile().setExecutable(true)).isTrue();
    assertThat(Browser.findChromium(named.toString())).contains(named);
    assertThat(Browser.findChromium(folder.resolve("none").toString()))
        .isEqualTo(Browser.findChromium(null))
        .isEqualTo(Browser.findChromium(""));
  }

  /**
   * Fixtures are looked through once: one that is only built upon another drives nothing itself.
   */
  private static List<String> untagged(Map<String, String> sources) {
    List<String> driving = new ArrayList<>(List.of("Browser"));
    sources.forEach(
        (name, code) -> {
          if (!isTest(code) && uses(code, List.of("Browser"))) {
            driving.add(name);
          }
        });
    return sources.entrySet().stream()
        .filter(source -> !source.getKey().equals("JourneyTagTests"))
        .filter(source -> isTest(source.getValue()) && uses(source.getValue(), driving))
        .filter(source -> !isTagged(source.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** On the class: a tag on one of its tests would leave the others in. */
  private static boolean isTagged(String code) {
    Matcher type = CLASS.matcher(code);
    return type.find() && code.substring(0, type.start()).contains(TAG);
  }

  private static boolean isTest(String code) {
    return TEST.matcher(code).find();
  }

  private static boolean uses(String code, List<String> types) {
    String plain = WORDS.matcher(code).replaceAll("");
    return types.stream()
        .anyMatch(type -> Pattern.compile("\\b" + type + "\\b").matcher(plain).find());
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> all = Files.walk(TESTS)) {
      all.filter(path -> path.toString().endsWith(".java"))
          .forEach(path -> sources.put(type(path), code(path)));
    }
    return sources;
  }

  private static String type(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }

  private static String code(Path path) {
    try {
      return COMMENT.matcher(Files.readString(path)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
