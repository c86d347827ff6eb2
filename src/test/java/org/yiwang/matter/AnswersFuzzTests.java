package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Defined;
import org.yiwang.pack.Packs;
import org.yiwang.page.Refusal;

/**
 * Whatever stands in the answers of a shipped form: its questions judge it without an error, and
 * beside a question that is asked.
 */
class AnswersFuzzTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<Form> FORMS =
      Stream.of("packs/yangpu", "packs/_toy")
          .flatMap(pack -> Packs.load(Path.of(pack)).list(MatterPackPart.FORMS).stream())
          .map(Defined::value)
          .toList();
  static final List<String> ODD =
      List.of(
          "yes",
          "no",
          "null",
          "true",
          "today",
          "1/0",
          "\"",
          "\" or true or \"",
          "{a: 1}.a",
          "for x in 1..100000000 return x",
          "9".repeat(400),
          "-0",
          "1e9",
          "2026-02-30",
          "0000-00-00",
          "+999999999-12-31",
          "2020-02-02",
          "1850-01-01",
          "310110198001010014",
          "１２３",
          "٣",
          "\u0000",
          "\ud800",
          "\udfff\ud83d",
          "😀".repeat(200),
          "测".repeat(5_000),
          "a\r\nb",
          "<script>",
          "${7*7}",
          "../../etc",
          "' or 1=1 --",
          " ",
          "\u202e",
          "usual",
          "family",
          "other",
          "1",
          "42.5",
          "@x.y");

  private static String odd(Random chance) {
    if (chance.nextInt(4) > 0) {
      return ODD.get(chance.nextInt(ODD.size()));
    }
    StringBuilder letters = new StringBuilder();
    chance.ints(chance.nextInt(40), 0, 0x10000).forEach(letter -> letters.append((char) letter));
    return letters.toString();
  }

  private static Answers answers(Form form, Random chance) {
    Answers answers = Answers.NONE;
    for (Field field : form.fields().toList()) {
      if (field.kind() == Kind.ROWS && chance.nextBoolean()) {
        answers = answers.withRows(field.id(), rows(field, chance));
      } else if (chance.nextInt(5) > 0) {
        answers = answers.with(field.id(), odd(chance));
      }
    }
    return answers.with("unknown", odd(chance));
  }

  private static List<Map<String, String>> rows(Field field, Random chance) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = chance.nextInt(24); i > 0; i--) {
      Map<String, String> row = new HashMap<>(Map.of("unknown", odd(chance)));
      for (Field column : field.columns()) {
        if (chance.nextBoolean()) {
          row.put(column.id(), odd(chance));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  @Property(tries = 1500)
  void anyAnswersAreJudgedBesideTheirQuestion(@ForAll Random chance) {
    Form form = FORMS.get(chance.nextInt(FORMS.size()));
    Questions questions = Questions.of(List.of(form), TODAY);
    Answers answers = answers(form, chance);
    List<String> asked =
        questions.open(answers).stream()
            .flatMap(part -> part.fields().stream())
            .map(Field::id)
            .toList();
    for (Refusal fault : questions.faults(answers)) {
      String at = String.valueOf(fault.field());
      assertThat(asked.stream().anyMatch(id -> at.equals(id) || at.startsWith(id + "-"))).isTrue();
      assertThat(fault.says().zh()).isNotBlank();
    }
  }

  /** Nothing accepted is of another kind than it was asked for: reading it fails for none. */
  @Property(tries = 1500)
  void whatIsAcceptedCanBeUsed(@ForAll Random chance) {
    Form form = FORMS.get(chance.nextInt(FORMS.size()));
    Questions questions = Questions.of(List.of(form), TODAY);
    Answers answers = answers(form, chance);
    assertThatCode(() -> questions.facts(answers)).doesNotThrowAnyException();
    if (questions.faults(answers).isEmpty()) {
      questions.open(answers).stream()
          .flatMap(part -> part.fields().stream())
          .filter(field -> !field.optional())
          .forEach(field -> assertThat(answers.has(field.id())).as(field.id()).isTrue());
    }
  }
}
