package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;

/** Every address of the program, asked by everybody: one table of roles and answers. */
@ProgramTest
// The clock's pace makes it a program of its own: its cases would count as another test's demo.
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.casework.tick=PT1H"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesAndAddressesTests {
  private static final Path TABLE = Path.of("src/test/resources/journeys/roles-and-addresses.txt");
  private static final List<String> ACCOUNTS =
      List.of(
          "wang",
          "grid-siping",
          "verify-siping",
          "handle-greening",
          "duty",
          "leader",
          "audit",
          "admin");

  /** One line of the table: nine answers, for the visitor and for each account. */
  private record Line(String method, String address, List<String> answers) {
    static Line read(String line) {
      List<String> words = List.of(line.strip().split("\\s+"));
      return new Line(words.get(0), words.get(1), words.subList(2, words.size()));
    }

    @Override
    public String toString() {
      return "%-4s %-58s %s"
          .formatted(
              method,
              address,
              answers.stream().map("%-5s"::formatted).collect(Collectors.joining()).strip());
    }
  }

  private final Map<String, String> names = new LinkedHashMap<>();
  private List<Line> table;

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @BeforeAll
  void prepare() throws IOException {
    try (Stream<String> lines = Files.lines(TABLE)) {
      table =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .filter(line -> !line.startsWith("how"))
              .map(Line::read)
              .toList();
    }
    var scene = TwoCases.make(at());
    names.put("{photo}", scene.photo());
    names.put("{near}", scene.near());
    names.put("{far}", scene.far());
    names.put("{near-version}", String.valueOf(scene.versions().get(scene.near())));
    names.put("{far-version}", String.valueOf(scene.versions().get(scene.far())));
    names.put("{account}", "00000000-0000-0000-0000-000000000000");
  }

  private URI at() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void everybodyGetsTheAnswerOfTheTable() {
    List<Person> people = new ArrayList<>(List.of(new Person(at())));
    people.getFirst().get("/sign-in");
    ACCOUNTS.forEach(account -> people.add(Person.signedIn(at(), account)));
    List<String> answered = new ArrayList<>();
    for (Line line : table) {
      List<String> answers =
          people.stream()
              .map(person -> person.knock(line.method(), filled(line), sent(line)))
              .toList();
      answered.add(new Line(line.method(), line.address(), answers).toString());
    }
    assertThat(String.join("\n", answered))
        .isEqualTo(table.stream().map(Line::toString).collect(Collectors.joining("\n")));
  }

  /** What a POST under /api brings along. */
  private String sent(Line line) {
    String version = line.address().contains("{near}") ? "{near-version}" : "{far-version}";
    return line.address().contains("/actions/") ? "{\"version\":" + names.get(version) + "}" : "{}";
  }

  @Test
  void noAddressIsMissingFromTheTable() {
    Set<String> asked =
        table.stream()
            .map(line -> line.method() + " " + addresses().patternOf(line.method(), filled(line)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(addresses().all());
    missing.removeAll(asked);
    assertThat(missing).isEmpty();
  }

  private Addresses addresses() {
    return new Addresses(mapping);
  }

  private String filled(Line line) {
    String path = line.address();
    for (Map.Entry<String, String> name : names.entrySet()) {
      path = path.replace(name.getKey(), name.getValue());
    }
    return path;
  }
}
