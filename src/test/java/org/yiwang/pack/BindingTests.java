package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand in a file for each kind of component, and what is said when it does not fit. */
class BindingTests {
  private final Path parent;

  BindingTests(@TempDir Path parent) {
    this.parent = parent;
  }

  enum Colour {
    RED,
    LIGHT_BLUE
  }

  /** Has a form of its own. */
  record Size(int width, int height) {
    static Size parse(String words) {
      String[] parts = words.split("x");
      if (parts.length != 2) {
        throw new IllegalArgumentException("Write it as 2x3.");
      }
      return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
  }

  record Part(String name, List<Part> parts) {
    Part {
      if (name.startsWith("!")) {
        throw new IllegalArgumentException("A name does not begin with an exclamation mark.");
      }
    }
  }

  record Thing(
      String id,
      @Nullable Text title,
      @Nullable Integer count,
      long big,
      double ratio,
      boolean public_,
      Colour colour,
      List<Colour> colours,
      @Nullable Size size,
      @Nullable LocalDate day,
      Map<String, Part> parts,
      Map<Colour, Integer> prices,
      @Nullable Object anything) {}

  private static final DefinitionType<Thing> THINGS =
      DefinitionType.yaml("thing", DefinitionType.Level.DISTRICT, "things/*.yaml", Thing.class);

  private static final PackPart PART =
      new PackPart() {
        @Override
        public List<DefinitionType<?>> types() {
          return List.of(THINGS);
        }

        @Override
        public List<PackCheck> checks() {
          return List.of();
        }
      };

  private static final String LEAST =
      """
      id: a
      big: 5000000000
      ratio: 1
      colour: light-blue
      """;

  private Thing read(String yaml) {
    return pack(yaml).inspect(PART).load().list(THINGS).getFirst().value();
  }

  private List<String> problems(String yaml) {
    return pack(yaml).problems(PART);
  }

  private PackWriter pack(String yaml) {
    return PackWriter.in(parent).with("things/a.yaml", yaml);
  }

  @Test
  void what_may_be_absent_is_null_empty_or_false() {
    assertThat(read(LEAST))
        .isEqualTo(
            new Thing(
                "a",
                null,
                null,
                5_000_000_000L,
                1.0,
                false,
                Colour.LIGHT_BLUE,
                List.of(),
                null,
                null,
                Map.of(),
                Map.of(),
                null));
  }

  @Test
  void every_kind_of_value_is_bound() {
    Thing thing =
        read(
            LEAST
                + """
                title: {zh: 东西, en: Thing}
                count: 3
                public: true
                colours: [red, light-blue]
                size: 2x3
                day: 2026-11-22
                parts:
                  310110015: {name: outer, parts: [{name: inner}]}
                prices: {red: 7}
                anything: [1, two, {three: 3.5, four: true, five: "5"}]
                """);

    assertThat(thing.title()).isEqualTo(Text.of("东西", "Thing"));
    assertThat(thing.count()).isEqualTo(3);
    assertThat(thing.public_()).isTrue();
    assertThat(thing.colours()).containsExactly(Colour.RED, Colour.LIGHT_BLUE);
    assertThat(thing.size()).isEqualTo(new Size(2, 3));
    assertThat(thing.day()).isEqualTo("2026-11-22");
    assertThat(thing.parts())
        .containsEntry("310110015", new Part("outer", List.of(new Part("inner", List.of()))));
    assertThat(thing.prices()).containsEntry(Colour.RED, 7);
    assertThat(thing.anything())
        .isEqualTo(List.of(1L, "two", Map.of("three", 3.5, "four", true, "five", "5")));
  }

  @Test
  void each_record_and_each_key_knows_its_line() {
    PackInspection inspection =
        pack(LEAST + "parts:\n  one:\n    name: outer\n    parts:\n      - name: inner\n")
            .inspect(PART);
    PackReading pack = inspection.pack();
    Thing thing = pack.list(THINGS).getFirst().value();
    Part outer = thing.parts().values().iterator().next();

    assertThat(pack.at(thing, "colour")).hasToString("things/a.yaml:4");
    assertThat(pack.at(thing, "count")).as("absent").hasToString("things/a.yaml:1");
    assertThat(pack.at(thing.parts(), "one")).hasToString("things/a.yaml:6");
    assertThat(pack.at(outer)).hasToString("things/a.yaml:7");
    assertThat(pack.at(outer.parts().getFirst(), "name")).hasToString("things/a.yaml:9");
  }

  @Test
  void all_misfits_of_a_file_are_said_at_once() {
    assertThat(
            problems(
                """
                id: 17
                big: "5"
                ratio: much
                public: yes
                colour: ligth-blue
                colours: red
                count: 3000000000
                size: big
                day: tomorrow
                parts: {one: {name: "!"}}
                """))
        .containsExactly(
            "things/a.yaml:1 [TYPE-01] \"id\" must be text, but 17 without quotes is not."
                + " Write \"17\".",
            "things/a.yaml:2 [TYPE-01] \"big\" must be a whole number, but \"5\" is not."
                + " Write digits only, without quotes.",
            "things/a.yaml:3 [TYPE-01] \"ratio\" must be a number, but much is not."
                + " Write it as 121.5, without quotes.",
            "things/a.yaml:4 [TYPE-01] \"public\" must be true or false, but yes is not."
                + " Write true or false, without quotes.",
            "things/a.yaml:5 [TYPE-02] \"colour\" cannot be \"ligth-blue\"."
                + " Did you mean \"light-blue\"? Allowed: red, light-blue.",
            "things/a.yaml:6 [TYPE-01] \"colours\" must be a list, but is a single value."
                + " Write [one, two] or a line \"- one\" for each entry.",
            "things/a.yaml:7 [TYPE-01] \"count\" must be a whole number, but 3000000000 is not."
                + " Write digits only, without quotes.",
            "things/a.yaml:8 [TYPE-03] \"size\" cannot be \"big\". Write it as 2x3.",
            "things/a.yaml:9 [TYPE-03] \"day\" cannot be \"tomorrow\"."
                + " Write a date as 2026-11-22.",
            "things/a.yaml:10 [TYPE-05] \"one\" is not accepted."
                + " A name does not begin with an exclamation mark.");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThat(problems("id: " + "[".repeat(90_000)))
        .containsExactly(
            "things/a.yaml:1 [YAML-05] Lists and groups of keys are nested more than 40 deep."
                + " Write it flatter.");
  }

  @Test
  void a_link_is_not_followed() throws Exception {
    PackWriter pack = pack(LEAST);
    Path secret = java.nio.file.Files.writeString(parent.resolve("secret.yaml"), LEAST);
    java.nio.file.Files.createSymbolicLink(pack.folder().resolve("things/b.yaml"), secret);

    assertThat(pack.problems(PART))
        .containsExactly(
            "things/b.yaml:1 [FILE-02] This is a link, not a file. Put the file itself here.");
  }

  @Test
  void a_check_that_breaks_off_is_a_problem_and_not_a_crash() {
    PackPart part =
        new PackPart() {
          @Override
          public List<DefinitionType<?>> types() {
            return List.of();
          }

          @Override
          public List<PackCheck> checks() {
            return List.of((pack, problems) -> pack.file("../elsewhere"));
          }
        };

    assertThat(PackWriter.in(parent).problems(part))
        .singleElement()
        .asString()
        .startsWith("district.yaml:1 [PACK-99]")
        .contains("leads out of the pack");
  }
}
