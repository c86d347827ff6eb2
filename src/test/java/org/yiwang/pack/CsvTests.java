package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTests {
  private static final String FILE = "club/shelves.csv";

  record Shelf(
      String id,
      Text shownName,
      int places,
      @Nullable Double height,
      boolean locked,
      List<String> words) {}

  private final ProblemList problems = new ProblemList();

  private List<CsvRows.Row> read(String text) {
    PackFolder none = PackFolder.open(Path.of("packs/_schema"), problems);
    ScalarReader scalars = new ScalarReader(none, "club", problems);
    return new CsvRows(FILE, scalars, new Positions(), problems)
        .bind(RecordShape.of(Shelf.class), text);
  }

  @Test
  void columns_come_in_any_order_and_optional_ones_may_be_missing() {
    assertThat(read("places,shown_name_en,shown-name-zh,id\n3,\"Art, old\",艺术,007\n"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.value())
                  .isEqualTo(
                      new Shelf("007", Text.of("艺术", "Art, old"), 3, null, false, List.of()));
              assertThat(row.source()).hasToString(FILE + ":2");
            });
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void a_cell_with_line_breaks_does_not_shift_the_lines_of_later_rows() {
    read("id,shown_name_zh,shown_name_en,places\na,\"一\n二\",A,1\nb,乙,B,many\n");

    assertThat(problems.sorted()).extracting(problem -> problem.source().line()).containsExactly(4);
  }

  @Test
  void a_missing_column_is_said_once_and_not_for_every_row() {
    assertThat(read("id,shown_name_zh,shown_name_en\na,甲,A\nb,乙,B\n")).isEmpty();

    assertThat(problems.sorted())
        .extracting(Problem::toString)
        .containsExactly(
            FILE + ":1 [KEY-02] The header needs the column \"places\". Add the column.");
  }

  @Test
  void long_files_are_read_to_the_end() {
    StringBuilder text = new StringBuilder("id,shown_name_zh,shown_name_en,places,words\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("s%d,架子%d,Shelf %d,%d,a|b\n".formatted(i, i, i, i));
    }
    text.append("last,最后,Last,x,\n");

    assertThat(read(text.toString())).hasSize(10_000);
    assertThat(problems.sorted())
        .extracting(problem -> problem.source().line())
        .containsExactly(10_002);
  }

  @Property(tries = 500)
  void junk_never_throws(@ForAll("junk") String text) {
    CsvTests fresh = new CsvTests();

    List<CsvRows.Row> rows = new ArrayList<>(fresh.read(text));

    assertThat(rows).allSatisfy(row -> assertThat(row.value()).isInstanceOf(Shelf.class));
    assertThat(fresh.problems.sorted())
        .allSatisfy(problem -> assertThat(problem.source().line()).isPositive());
  }

  @Provide
  Arbitrary<String> junk() {
    return Arbitraries.of(
            "id",
            "shown_name_zh",
            "shown_name_en",
            "places",
            ",",
            ",",
            "\n",
            "\r\n",
            "\"",
            "|",
            "字",
            "3",
            " ",
            "\u0000",
            "\uFEFF",
            "id,shown_name_zh,shown_name_en,places\n",
            "a,甲,A,1\n")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
