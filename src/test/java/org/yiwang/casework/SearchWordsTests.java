package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.DatabaseTest;
import org.yiwang.identity.Viewer;

/** A case is found by the words that stand in it. */
class SearchWordsTests extends DatabaseTest {
  private static final Viewer DUTY = Folk.anywhere("duty", "duty-officer");
  private Bench bench;
  private Case opened;

  @BeforeAll
  void open() {
    bench = Bench.of(database(), Bench.Shipped.YANGPU);
    opened =
        bench.open(new Bench.Draft("city-operations", "six-step", Bench.draft("").where(), null));
  }

  @AfterAll
  void close() {
    bench.close();
  }

  private List<String> found(String words) {
    CaseFilter filter = CaseFilter.all().words(words);
    return bench.cases().list(filter, Sorting.dueFirst(), DUTY).cases().stream()
        .map(Case::number)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"路灯", "楼下", "三天", "鞍山", "鞍山四村", "坏了三天", "street lamp", "LAMP", "路灯 鞍山"})
  void wordsThatStandInItFindIt(String words) {
    assertThat(found(words)).containsExactly(opened.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"灯路", "水管", "五角场", "lampen", "路灯 水管"})
  void otherWordsDoNot(String words) {
    assertThat(found(words)).isEmpty();
  }

  @Test
  void theNumberFindsItHoweverItIsTyped() {
    assertThat(found(" " + opened.number().toLowerCase(java.util.Locale.ROOT) + " "))
        .containsExactly(opened.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'; drop table casework_case; --", "%", "\\", "\"", "<b>", ":mySteps"})
  void hostileWordsAreWords(String words) {
    assertThat(found(words)).isEmpty();
    assertThat(found("路灯")).hasSize(1);
  }

  @Test
  void aHugeTextIsCutToItsBeginning() {
    assertThat(SearchWords.of("路灯坏了".repeat(25_000), "x ".repeat(100_000))).hasSizeLessThan(402);
    assertThat(SearchWords.of(" ", "", "。，")).isEmpty();
  }
}
