package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity numbers and credit codes with their check signs. */
class CheckDigitsTests {
  private static final String CARD = "6200000000000000018"; // invented
  private static final String PERSON = "999999194403080022";

  @Test
  void aRightNumberIsRight() {
    assertThat(CheckDigits.person(PERSON)).isTrue();
    assertThat(CheckDigits.firm("91999999MA0000001N")).isTrue();
  }

  /** ISO 7064 MOD 11-2 finds every single wrong digit. */
  @Property
  void anyOneWrongDigitIsFound(
      @ForAll @IntRange(min = 0, max = 16) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    char wrong = (char) ('0' + (PERSON.charAt(place) - '0' + more) % 10);
    assertThat(CheckDigits.person(PERSON.substring(0, place) + wrong + PERSON.substring(place + 1)))
        .isFalse();
  }

  /** The sum that doubles every second digit finds every single wrong one. */
  @Property
  void anyOneWrongDigitOfACardIsFound(
      @ForAll @IntRange(min = 0, max = 18) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    char wrong = (char) ('0' + (CARD.charAt(place) - '0' + more) % 10);
    assertThat(CheckDigits.card(CARD)).isTrue();
    assertThat(CheckDigits.card(CARD.substring(0, place) + wrong + CARD.substring(place + 1)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "000000000000", "00000000000000000000", "４１１１１１１１１１１１１１１１"})
  void whatIsTooShortOrTooLongIsNoCard(String typed) {
    assertThat(CheckDigits.card(typed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "99999919440308002",
        "9999991944030800222",
        "99999919440230002X",
        "'; drop table x;--",
        "９９９９９９194403080022"
      })
  void whatIsNoNumberIsRefused(String typed) {
    assertThat(CheckDigits.person(typed)).isFalse();
    assertThat(CheckDigits.firm(typed)).isFalse();
  }
}
