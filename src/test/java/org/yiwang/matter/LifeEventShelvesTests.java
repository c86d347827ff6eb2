package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yaml.snakeyaml.Yaml;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;

/**
 * Under each moment of a life or of a firm (人生大事、企业生命周期) stand exactly the bundles and matters that
 * the files of the pack put there, by their names in the reader's language; and what puts itself
 * under such a moment leads to its own page.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class LifeEventShelvesTests {
  private static final Path PACK = Path.of("packs/yangpu/one-stop");
  private static final Pattern ROW = Pattern.compile("(?m)^([a-z-]+),([^,]+),\"([^\"]+)\",");
  private static final Pattern SHELF =
      Pattern.compile("(?s)<summary>([^<]*)</summary>(.*?)</details>");
  private static final Pattern LINK =
      Pattern.compile("<a href=\"(/(?:matters|bundles)/[a-z0-9-]+)\"><b>([^<]*)</b>");

  @LocalServerPort int port;

  /** What a file of the pack says of a matter or bundle. */
  private record Named(String href, String name, List<?> events) {}

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void eachMomentListsWhatThePackPutsThere(String language) throws IOException {
    Map<String, List<String>> expected = expected(language);

    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(shown(language)).containsAllEntriesOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everythingOfAMomentIsThereAndOpens(String language) throws IOException {
    List<String> shown = shown(language).values().stream().flatMap(List::stream).toList();
    List<Named> named = named(language).stream().filter(one -> !one.events().isEmpty()).toList();

    assertThat(named).hasSizeGreaterThan(30);
    for (Named one : named) {
      assertThat(shown).contains(line(one));
      Person.Answer page = reader().page(one.href(), language);
      assertThat(page.status()).as(one.href()).isEqualTo(200);
      assertThat(page.words()).contains(one.name());
    }
  }

  private Person reader() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  private static String line(Named one) {
    return one.href() + " " + one.name();
  }

  /** What stands under each moment of the page, by its name. */
  private Map<String, List<String>> shown(String language) {
    Map<String, List<String>> shelves = new LinkedHashMap<>();
    SHELF
        .matcher(reader().page("/matters", language).body())
        .results()
        .forEach(shelf -> shelves.put(plain(shelf.group(1)), links(shelf.group(2))));
    return shelves;
  }

  private static List<String> links(String shelf) {
    return LINK.matcher(shelf)
        .results()
        .map(link -> link.group(1) + " " + plain(link.group(2)))
        .sorted()
        .toList();
  }

  private static String plain(String words) {
    return words.replace("&#39;", "'").replace("&amp;", "&");
  }

  private static Map<String, List<String>> expected(String language) throws IOException {
    List<Named> named = named(language);
    Map<String, List<String>> expected = new LinkedHashMap<>();
    Matcher rows = ROW.matcher(Files.readString(PACK.resolve("life-events.csv")));
    for (MatchResult row : rows.results().toList()) {
      List<String> lines =
          named.stream()
              .filter(one -> one.events().contains(row.group(1)))
              .map(LifeEventShelvesTests::line)
              .sorted()
              .toList();
      expected.put(row.group("zh".equals(language) ? 2 : 3), lines);
    }
    return expected;
  }

  private static List<Named> named(String language) throws IOException {
    List<Named> named = new ArrayList<>();
    for (String kind : List.of("matters", "bundles")) {
      try (Stream<Path> files = Files.list(PACK.resolve(kind))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
          named.add(read("/" + kind + "/", file, language));
        }
      }
    }
    return named;
  }

  private static Named read(String address, Path file, String language) throws IOException {
    Map<String, Object> of = new Yaml().load(Files.readString(file));
    Map<?, ?> name = (Map<?, ?>) of.getOrDefault("name", Map.of());
    Object events = of.getOrDefault("life-events", List.of());
    return new Named(address + of.get("id"), "" + name.get(language), (List<?>) events);
  }
}
