package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.matter.Form.Check;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.rule.Condition;

/** Several forms are asked as one, and an answer is right or told what is wrong with it. */
class QuestionsTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static Field field(String id, Kind kind, @Nullable String when) {
    return new Field(
        id,
        kind,
        Text.same(id),
        null,
        false,
        when == null ? null : new Condition(when),
        List.of(),
        List.of(),
        null,
        null,
        null,
        kind == Kind.ROWS ? List.of(field("name", Kind.NAME, null)) : List.of(),
        2,
        null);
  }

  private static Form form(String part, Field... fields) {
    return new Form(
        part,
        Text.same(part),
        List.of(new Part(part, Text.same(part), null, null, List.of(fields))),
        List.of());
  }

  private static Answers answers(Map<String, String> given) {
    return new Answers(given, Map.of());
  }

  @Test
  void aSharedQuestionIsAskedOnce() {
    Questions both =
        Questions.of(
            List.of(
                form("who", field("name", Kind.NAME, null), field("phone", Kind.PHONE, null)),
                form("shop", field("name", Kind.NAME, null), field("area", Kind.NUMBER, null))),
            TODAY);
    assertThat(both.fields().map(Field::id)).containsExactly("name", "phone", "area");
    assertThat(both.asked()).isEqualTo(3);
    assertThat(both.askedSeparately()).isEqualTo(4);
  }

  @Test
  void whatAChosenMatterAsksIsAskedOnlyThen() {
    Form always = form("who", field("name", Kind.NAME, null));
    Form work =
        form(
            "work",
            field("name", Kind.NAME, null),
            field("insured", Kind.YES_NO, null),
            field("employer", Kind.NAME, null));
    var must = new Check(new Condition("insured"), "insured", Text.same("no"), Text.same("look"));
    var both =
        Questions.together(
            List.of(
                new FormsTogether.Asked(always, null),
                new FormsTogether.Asked(
                    new Form("work", work.name(), work.parts(), List.of(must)),
                    new Condition("insured"))),
            TODAY);
    assertThat(asked(both, Map.of())).containsExactly("name", "insured");
    assertThat(asked(both, Map.of("insured", "yes")))
        .containsExactly("name", "insured", "employer");
    assertThat(both.faults(answers(Map.of("name", "A", "insured", "no")))).isEmpty();
  }

  private static List<String> asked(Questions questions, Map<String, String> given) {
    return questions.open(answers(given)).stream()
        .flatMap(part -> part.fields().stream())
        .map(Field::id)
        .toList();
  }

  @Test
  void aQuestionWaitsForItsCondition() {
    Questions one =
        Questions.of(
            List.of(
                form(
                    "who",
                    field("married", Kind.YES_NO, null),
                    field("spouse", Kind.NAME, "married"))),
            TODAY);
    assertThat(one.open(Answers.NONE).getFirst().fields()).hasSize(1);
    assertThat(one.open(answers(Map.of("married", "no"))).getFirst().fields()).hasSize(1);
    assertThat(one.open(answers(Map.of("married", "yes"))).getFirst().fields()).hasSize(2);
    assertThat(one.faults(answers(Map.of("married", "yes"))))
        .extracting(Refusal::field)
        .containsExactly("spouse");
  }

  @Test
  void answersThatClashAreToldSoAndUnknownOnesAreNot() {
    Form plain = form("money", field("income", Kind.MONEY, null), field("rent", Kind.MONEY, null));
    var check =
        new Check(
            new Condition("rent <= income"), "rent", Text.same("too much"), Text.same("look"));
    Questions one =
        Questions.of(
            List.of(new Form("money", plain.name(), plain.parts(), List.of(check))), TODAY);
    assertThat(one.faults(answers(Map.of("income", "100", "rent", "200"))))
        .extracting(Refusal::code)
        .containsExactly("answers-clash");
    assertThat(one.faults(answers(Map.of("income", "100", "rent", "100")))).isEmpty();
    assertThat(one.faults(answers(Map.of("income", "abc", "rent", "200"))))
        .extracting(Refusal::field)
        .containsExactly("income");
  }

  @Test
  void rowsAreCheckedCellByCell() {
    Questions one = Questions.of(List.of(form("kids", field("children", Kind.ROWS, null))), TODAY);
    assertThat(one.faults(Answers.NONE)).extracting(Refusal::field).containsExactly("children");
    Answers two =
        Answers.NONE.withRows("children", List.of(Map.of("name", "A"), Map.of("other", "B")));
    assertThat(one.faults(two)).extracting(Refusal::field).containsExactly("children-2-name");
    assertThat(one.faults(two).getFirst().says().en()).as("which row").contains("(row 2)");
  }

  @Test
  void aCardNumberHasToBeOne() {
    Questions asked =
        Questions.of(List.of(form("bank", field("card", Kind.BANK_CARD, null))), TODAY);
    assertThat(asked.faults(answers(Map.of("card", "6200000000000000018")))).isEmpty();
    for (String wrong : List.of("1", "6200000000000000001", "card", "62 00")) {
      assertThat(asked.faults(answers(Map.of("card", wrong))))
          .extracting(Refusal::code)
          .as(wrong)
          .containsExactly("answer-wrong");
    }
  }

  private static Field inRow(String id, Kind kind, @Nullable String when, @Nullable Double most) {
    return new Field(
        id,
        kind,
        Text.same(id),
        null,
        false,
        when == null ? null : new Condition(when),
        List.of(),
        List.of(),
        null,
        0.0,
        most,
        List.of(),
        null,
        null);
  }

  /** Cells are judged by the same rules as questions, and one may lead to another in its row. */
  @Test
  void aCellHasBoundsAndIsAskedOnlyWhereItsRowLeadsToIt() {
    Field works = inRow("works", Kind.YES_NO, null, null);
    Field hours = inRow("hours", Kind.NUMBER, "works", 60.0);
    Field people =
        new Field(
            "people",
            Kind.ROWS,
            Text.same("people"),
            null,
            false,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(works, hours),
            3,
            null);
    Questions questions = Questions.of(List.of(form("people", people)), TODAY);
    Answers answers =
        Answers.NONE.withRows(
            "people",
            List.of(
                Map.of("works", "no", "hours", "99"),
                Map.of("works", "yes", "hours", "99"),
                Map.of("works", "yes")));
    assertThat(questions.faults(answers))
        .extracting(Refusal::field)
        .containsExactly("people-2-hours", "people-3-hours");
    assertThat(people.columnsFor(Map.of("works", "no"))).containsExactly(works);
    assertThat(new Condition("people[1].hours = null").certain(questions.facts(answers))).isTrue();
  }

  @Test
  void aFileIsAnsweredByWhatWasTakenInAndNothingElse() {
    Field plan = field("plan", Kind.FILE, null);
    Questions questions = Questions.of(List.of(form("plan", plan)), TODAY);
    var one = new AttachedFile(UUID.randomUUID(), "门头 1.png");
    var two = new AttachedFile(UUID.randomUUID(), "b\nc.pdf");
    Answers both = Answers.NONE.with("plan", AttachedFile.answer(List.of(one, two)));
    assertThat(AttachedFile.list(both.at("plan")))
        .containsExactly(one, new AttachedFile(two.id(), "b c.pdf"));
    assertThat(questions.faults(both)).isEmpty();
    assertThat(new Condition("plan = 2").certain(questions.facts(both))).isTrue();
    Answers three = Answers.NONE.with("plan", AttachedFile.answer(List.of(one, two, one)));
    assertThat(questions.faults(three)).extracting(Refusal::code).containsExactly("answer-wrong");
    for (String typed : List.of("a.png", one.id().toString(), one.id() + "x a.png", "yes")) {
      assertThat(questions.faults(Answers.NONE.with("plan", typed))).as(typed).hasSize(1);
    }
  }
}
