package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTests {
  private static final List<String> KNOWN =
      List.of("id", "name", "zone", "number-prefix", "closing-check", "legal-basis");

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "zones, zone",
    "number_prefix, number-prefix",
    "numberprefix, number-prefix",
    "Legal Basis, legal-basis",
    "closingcheck, closing-check",
    "ID, id"
  })
  void the_word_with_the_fewest_slips_is_meant(String typed, String meant) {
    assertThat(NearestWord.to(typed, KNOWN)).contains(meant);
  }

  @Test
  void a_word_that_is_like_none_is_left_alone() {
    assertThat(NearestWord.to("colour", KNOWN)).isEmpty();
    assertThat(NearestWord.to("", KNOWN)).isEmpty();
    assertThat(NearestWord.to("z".repeat(10_000), KNOWN)).isEmpty();
  }
}
