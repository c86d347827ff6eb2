package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that extends another says only in what it differs; what is read is whole. */
class ExtendingTests {
  private final PackWriter pack;

  ExtendingTests(@TempDir Path parent) {
    pack = PackWriter.in(parent).application("app").with("app/ways/a.yaml", BASE);
  }

  record Stop(Text name, int minutes, List<String> lines, @Nullable String note) {}

  record Way(String id, @Nullable String extends_, String title, Map<String, Stop> stops) {
    Stop stop(String id) {
      return Optional.ofNullable(stops.get(id)).orElseThrow();
    }
  }

  private record Ways(List<Way> all) {
    Way of(String id) {
      return all.stream().filter(way -> way.id().equals(id)).findFirst().orElseThrow();
    }
  }

  private static final DefinitionType<Way> WAYS =
      DefinitionType.yaml("way", DefinitionType.Level.APPLICATION, "ways/*.yaml", Way.class)
          .with(new Extending(List.of("id", "title"), "WAY-01", "WAY-02", "WAY-03"));

  /** Complains about every note that names no stop, where it stands. */
  private static final PackPart PART =
      new PackPart() {
        @Override
        public List<DefinitionType<?>> types() {
          return List.of(WAYS);
        }

        @Override
        public List<PackCheck> checks() {
          return List.of(ExtendingTests::notes);
        }
      };

  private static void notes(PackReading pack, Problems problems) {
    for (Defined<Way> way : pack.list(WAYS)) {
      for (Stop stop : way.value().stops().values()) {
        if (stop.note() != null && !way.value().stops().containsKey(stop.note())) {
          problems.add(pack.at(stop, "note"), "WAY-09", "No " + stop.note() + ".", "Name another.");
        }
      }
    }
  }

  private static final String BASE =
      """
      id: a
      title: Base
      stops:
        one:
          name: {zh: 一, en: One}
          minutes: 1
          lines: [x, y]
        two:
          name: {zh: 二, en: Two}
          minutes: 2
        three:
          name: {zh: 三, en: Three}
          minutes: 3
      """;

  private static final String NEW = "{name: {zh: 新, en: New}, minutes: 9}";

  @Test
  void who_says_nothing_has_all_of_the_base() {
    Ways ways = read(file("b", "a", ""));

    assertThat(ways.of("b").stops()).isEqualTo(ways.of("a").stops());
    assertThat(List.copyOf(ways.of("b").stops().keySet())).containsExactly("one", "two", "three");
    assertThat(ways.of("b").title()).isEqualTo("b");
    assertThat(ways.of("b").extends_()).isEqualTo("a");
    assertThat(ways.of("a").extends_()).isNull();
  }

  @Test
  void groups_are_merged_and_lists_and_values_replaced() {
    Stop one =
        read(file("b", "a", "one: {minutes: 5, lines: [z], name: {en: First}}"))
            .of("b")
            .stop("one");

    assertThat(one).isEqualTo(new Stop(Text.of("一", "First"), 5, List.of("z"), null));
  }

  @Test
  void a_tilde_removes_what_the_base_has() {
    Ways ways = read(file("b", "a", "one: {lines: ~}", "two: ~"));

    assertThat(ways.of("b").stops()).containsOnlyKeys("one", "three");
    assertThat(ways.of("b").stop("one").lines()).isEmpty();
    assertThat(ways.of("a").stops()).as("the base keeps it").containsKey("two");
  }

  @Test
  void a_new_key_stands_where_its_neighbours_say() {
    assertThat(order("four: " + NEW)).containsExactly("one", "two", "three", "four");
    assertThat(order("one: {minutes: 5}", "four: " + NEW, "five: " + NEW))
        .containsExactly("one", "four", "five", "two", "three");
    assertThat(order("four: " + NEW, "two: {minutes: 5}"))
        .containsExactly("one", "four", "two", "three");
    assertThat(order("two: ~", "four: " + NEW)).containsExactly("one", "four", "three");
    assertThat(order("three: {minutes: 5}", "one: {minutes: 5}"))
        .as("the base keeps its order")
        .containsExactly("one", "two", "three");
  }

  @Test
  void a_file_may_extend_one_that_extends() {
    pack.with("app/ways/b.yaml", file("b", "a", "two: ~", "four: " + NEW));

    Way c = read("c", file("c", "b", "four: {minutes: 4}", "one: {minutes: 7}")).of("c");

    assertThat(c.stops()).containsOnlyKeys("one", "three", "four");
    assertThat(c.stop("four").minutes()).isEqualTo(4);
    assertThat(c.stop("one").minutes()).isEqualTo(7);
    assertThat(c.extends_()).isEqualTo("b");
  }

  @Test
  void what_is_wrong_is_told_at_the_line_of_the_file_in_which_it_stands() {
    pack.with("app/ways/a.yaml", BASE + "    note: low\n");

    assertThat(problems(file("b", "a", "one:", "  note: high", "two:", "  minutes: many")))
        .containsExactly(
            "app/ways/b.yaml:8 [TYPE-01] \"minutes\" must be a whole number, but many is not."
                + " Write digits only, without quotes.");
    assertThat(problems(file("b", "a", "one:", "  note: high")))
        .as("what comes from the base is told once, there")
        .containsExactly(
            "app/ways/a.yaml:14 [WAY-09] No low. Name another.",
            "app/ways/b.yaml:6 [WAY-09] No high. Name another.");
  }

  @Test
  void what_is_only_wrong_together_names_the_file_that_extends_as_well() {
    pack.with("app/ways/a.yaml", BASE + "    note: two\n");

    assertThat(problems(file("b", "a", "two: ~")))
        .containsExactly(
            "app/ways/a.yaml:14 [WAY-09] No two. Name another."
                + " It is so in app/ways/b.yaml, which extends this file.");
    assertThat(problems(file("b", "a", "one: {minutes: ~}")))
        .as("what is missing is told where it was taken away")
        .containsExactly(
            "app/ways/b.yaml:5 [KEY-02] \"one\" needs the key \"minutes\". Add \"minutes: …\".");
  }

  @Test
  void each_file_has_a_name_of_its_own() {
    assertThat(problems("id: b\nextends: a\n"))
        .containsExactly(
            "app/ways/b.yaml:1 [KEY-02] The file needs the key \"title\". Add" + " \"title: …\".");
  }

  @Test
  void a_base_that_is_not_there_is_told_with_the_nearest() {
    pack.with("app/ways/walk.yaml", BASE.replace("id: a", "id: walk"));

    assertThat(problems(file("b", "wlak", "")))
        .containsExactly(
            "app/ways/b.yaml:2 [WAY-01] There is no way \"wlak\" in this application that could be"
                + " extended. Did you mean \"walk\"? Name one of: a, walk.");
  }

  @Test
  void a_base_of_another_application_is_none() {
    pack.application("far").with("far/ways/c.yaml", file("c", "a", ""));

    assertThat(problems(file("b", "a", "")))
        .containsExactly(
            "far/ways/c.yaml:2 [WAY-01] There is no way \"a\" in this application that could be"
                + " extended. There is no other one: write it in full, without \"extends\".");
  }

  @Test
  void nothing_extends_itself() {
    String b = "app/ways/b.yaml:2 [WAY-02] This way extends itself, directly or through another.";
    String todo = " Let one of them stand without \"extends\".";
    assertThat(problems(file("b", "b", ""))).containsExactly(b + todo);

    pack.with("app/ways/c.yaml", file("c", "b", "")).with("app/ways/d.yaml", file("d", "b", ""));
    assertThat(problems(file("b", "c", "")))
        .as("d is in no circle: it only extends one that is")
        .containsExactly(b + todo, b.replace("b.yaml", "c.yaml") + todo);
  }

  @Test
  void only_what_is_there_can_be_removed() {
    assertThat(problems(file("b", "a", "tow: ~", "one: {note: ~}", "four:", "  note: ~")))
        .filteredOn(problem -> problem.contains("WAY-03"))
        .containsExactly(
            "app/ways/b.yaml:5 [WAY-03] There is no \"tow\" to remove here. Did you mean \"two\"?"
                + " Only what the extended file has can be removed with ~.",
            "app/ways/b.yaml:6 [WAY-03] There is no \"note\" to remove here."
                + " Only what the extended file has can be removed with ~.",
            "app/ways/b.yaml:8 [WAY-03] There is no \"note\" to remove here."
                + " Only what the extended file has can be removed with ~.");
  }

  @Test
  void nothing_more_is_said_of_what_extends_a_file_that_cannot_be_read() {
    pack.with("app/ways/a.yaml", "id: a\n\tstops: x\n");

    assertThat(problems(file("b", "a", "two: ~")))
        .singleElement()
        .asString()
        .startsWith("app/ways/a.yaml:2 [YAML-01]");
  }

  private static String file(String id, String base, String... stops) {
    String head = "id: %1$s\nextends: %2$s\ntitle: %1$s\n".formatted(id, base);
    String rest = String.join("\n", stops);
    return rest.isEmpty() ? head : head + "stops:\n" + rest.indent(2);
  }

  private List<String> problems(String b) {
    return pack.with("app/ways/b.yaml", b).problems(PART);
  }

  private Ways read(String b) {
    return read("b", b);
  }

  private Ways read(String name, String text) {
    PackInspection inspected = pack.with("app/ways/" + name + ".yaml", text).inspect(PART);
    assertThat(inspected.problems()).isEmpty();
    return new Ways(inspected.load().list(WAYS).stream().map(Defined::value).toList());
  }

  private List<String> order(String... stops) {
    return List.copyOf(read(file("b", "a", stops)).of("b").stops().keySet());
  }
}
