package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Text;

/** What whoever helps with a draft can read of it; all numbers are invented. */
class MaskedAnswersTests {
  private static Field field(Kind kind, List<Field> columns) {
    return field("it", kind, columns, false);
  }

  private static Field field(String id, Kind kind, List<Field> columns, boolean optional) {
    return new Field(
        id,
        kind,
        Text.of("它", "It"),
        null,
        optional,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        columns,
        null,
        null);
  }

  private static @Nullable String masked(Kind kind, String answer) {
    return MaskedAnswers.of(List.of(field(kind, List.of())), Answers.NONE.with("it", answer))
        .at("it");
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 王秀兰, 王**",
    "PERSON_ID, 110101190001010011, 110****",
    "PERSON_ID, 11010119000101001X, 110****",
    "PERSON_ID, 1234, 1****",
    "FIRM_ID, 91310110MA1G00000X, 913****",
    "PHONE, 13800000000, 138****0000",
    "PHONE, 110101190001010011, 110****",
    "PHONE, 021-55551234, 021****1234",
    "PHONE, １３８０００００００0, 138****0000",
    "PHONE, 110101900101001, 110****",
    "PHONE, DEUC01X00T47, DEU****",
    "MAIL, wang@example.org, w***@example.org",
    "DATE, 1944-03-08, 1944-03-08",
    "DATE, 11010119000101001X, 110****",
    "NUMBER, 120, 120",
    "NUMBER, 6222021200001234, 622****",
    "MONEY, 120000.50, 120000.50",
    "YES_NO, yes, yes",
    "CHOICE, bosc, bosc",
    "STREET, 310110009, 310110009",
    "ADDRESS, 河边路 3 号 2 楼 1502 室, 河边路 3 号 2 楼 1502 室",
  })
  void eachKind(Kind kind, String answer, String seen) {
    assertThat(masked(kind, answer)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 王秀兰, 王秀兰",
    "PERSON_ID, 110101190001010011, 110****",
    "FIRM_ID, 91310110MA1G00000X, 91310110MA1G00000X",
    "BANK_CARD, 6222021200001234, 622****",
    "PHONE, 13800000000, 138****0000",
    "LONG_TEXT, 见 2026 年第 6222021200001234 号, 见 2026 年第 6222021200001234 号",
  })
  void ofACaseOnlyTheNumbersAreHidden(Kind kind, String answer, String seen) {
    Answers given = Answers.NONE.with("it", answer);
    List<Field> asked = List.of(field(kind, List.of()));
    assertThat(MaskedAnswers.numbersOf(asked, given).at("it")).isEqualTo(seen);
    assertThat(MaskedAnswers.number(kind, answer)).isEqualTo(seen);
    assertThat(MaskedAnswers.numbersOf(asked, Answers.NONE)).isEqualTo(Answers.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6222021200001234",
        "6222-0212-0000-1234",
        "6222 0212 0000 1234",
        "6222.0212.0000.1234",
        "6222–0212–0000–1234",
        "6222 - 0212 - 0000 - 1234",
        "6222/0212/0000/1234",
        "６２２２０２１２００００１２３４",
        "６２２２－０２１２－００００－１２３４",
        "6222\u200b0212\u200b0000\u200b1234",
        "٦٢٢٢٠٢١٢٠٠٠٠١٢٣٤",
        "11010119900101123X",
        "110101 19900101 123 X",
        "110101 19900101 123 x",
        "DEUC01X00T47",
        "H12345678",
        "H-1234567(8)",
        "021-55551234",
        "(021) 5555 1234",
        "91310110MA1G00000X",
      })
  void longNumbersInWords(String number) {
    for (Kind kind : List.of(Kind.TEXT, Kind.LONG_TEXT, Kind.ADDRESS)) {
      assertThat(masked(kind, number)).contains("****").doesNotContain("1234", "123", "47", "678");
      assertThat(masked(kind, "请看，我的号码是" + number + "。还有一句（完）。"))
          .startsWith("请看，我的号码是")
          .contains("****")
          .endsWith("。还有一句（完）。")
          .doesNotContain("1234", "5678", "X00T47");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "河边路 3 号 2 楼",
        "I moved to room 1502 on floor 15, in block B",
        "两个人，3 间房，2024 年起",
        "open 9 to 17",
        "A4，①②③",
        "",
      })
  void wordsWithoutLongNumbersStay(String words) {
    assertThat(masked(Kind.LONG_TEXT, words)).isEqualTo(words.isEmpty() ? null : plainRings(words));
  }

  private static String plainRings(String words) {
    return words.replace("①②③", "123");
  }

  @Test
  void severalInOneSentenceAndWhatStandsBetween() {
    assertThat(masked(Kind.LONG_TEXT, "卡 6222021200001234 和电话 13800000000 都是本人的"))
        .isEqualTo("卡 622**** 和电话 138**** 都是本人的");
  }

  /** As one text, as rows of a correction from before were kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "小明，110101190001010011，2010-01-02；小红，13800000000|小明，110****，2010-01-02；小红，138****",
        "Ming, a.b@example.org, 2010-01-02; Hong, 3 evenings|Ming, ***, 2010-01-02; Hong, 3 evenings",
      })
  void rowsThatAreOneText(String text, String seen) {
    Field rows = field(Kind.ROWS, List.of(field("m", Kind.MAIL, List.of(), true)));
    assertThat(MaskedAnswers.number(rows, text)).isEqualTo(seen);
    Field days = field(Kind.ROWS, List.of(field("d", Kind.DATE, List.of(), true)));
    assertThat(MaskedAnswers.number(days, text)).isEqualTo(text);
  }

  @Test
  void eachCellOfARow() {
    List<Field> columns =
        List.of(
            field("name", Kind.NAME, List.of(), false),
            field("number", Kind.PERSON_ID, List.of(), false),
            field("born", Kind.DATE, List.of(), true),
            field("note", Kind.TEXT, List.of(), true));
    Answers answers =
        Answers.NONE.withRows(
            "it",
            List.of(
                Map.of(
                    "name", "李敏",
                    "number", "11010119000101001X",
                    "born", "1972-09-20",
                    "note", "护照 DEUC01X00T47"),
                Map.of("name", "周文涛")));
    assertThat(MaskedAnswers.of(List.of(field(Kind.ROWS, columns)), answers).rowsAt("it"))
        .containsExactly(
            Map.of("name", "李**", "number", "110****", "born", "1972-09-20", "note", "护照 DEU****"),
            Map.of("name", "周**"));
  }
}
