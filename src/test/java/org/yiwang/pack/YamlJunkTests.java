package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file: a definition or problems with lines, never an exception. */
class YamlJunkTests {
  private static final String FILE = "district.yaml";
  private static final PackFolder NO_FILES =
      PackFolder.open(Path.of("packs/_schema"), new ProblemList());

  @Property(tries = 2000)
  void junk_gives_problems_with_a_line(@ForAll("junk") String text) {
    ProblemList problems = new ProblemList();

    Optional<DistrictDefinition> bound = bind(text, problems);

    assertThat(bound).isEmpty();
    assertThat(problems.sorted()).isNotEmpty();
    long lines = text.codePoints().filter(c -> c == '\n' || c == '\r' || c > 127).count() + 2;
    assertThat(problems.sorted())
        .allSatisfy(
            problem -> {
              assertThat(problem.source().file()).isEqualTo(FILE);
              assertThat(problem.source().line()).isBetween(1, (int) lines);
              assertThat(problem.code()).matches("[A-Z]+-\\d\\d");
              assertThat(problem.toString()).doesNotContain("\n").matches(".*[.?…]\"?$");
            });
  }

  @Property(tries = 300)
  void any_text_at_all_is_read_without_an_exception(@ForAll String text) {
    ProblemList problems = new ProblemList();
    bind(text, problems);
    assertThat(problems.isEmpty()).isFalse();
  }

  /** The parser would copy it again and again: 15 MB without a space took minutes. */
  @Example
  void aWordOfMegabytesIsRefusedBeforeItIsRead() {
    ProblemList problems = new ProblemList();
    String text = "id: a\nname: \"" + "x".repeat(15_000_000) + "\"\n";

    assertThat(YamlReading.read(FILE, text, problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .asString()
        .contains(":2 [YAML-06] This line has 15000008 characters; at most 100000 are read.");
  }

  private static Optional<DistrictDefinition> bind(String text, ProblemList problems) {
    ScalarReader scalars = new ScalarReader(NO_FILES, "", problems);
    Binder binder = new Binder(scalars, new Positions(), problems);
    return YamlReading.read(FILE, text, problems)
        .flatMap(tree -> binder.bind(DistrictDefinition.class, tree));
  }

  /** Pieces of YAML in any order: mostly nonsense that begins to look like sense. */
  @Provide
  Arbitrary<String> junk() {
    return Arbitraries.of(
            "id:",
            "name: ",
            "{zh: 杨浦, en: Yangpu}",
            "[",
            "]",
            "{",
            "}",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!int ",
            "? ",
            ": ",
            ", ",
            "|\n",
            ">\n",
            "---\n",
            "...\n",
            "#",
            "%",
            "@",
            "`",
            "~",
            "12345",
            "true",
            "zone: Asia/Shanghai\n",
            "languages: [zh]\n",
            "字",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "<<: ",
            "center: [1, 2]\n")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }
}
