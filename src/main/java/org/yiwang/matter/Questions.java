package org.yiwang.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.page.Refusal;

/**
 * All that is asked for one matter or for a bundle (填报问题): the forms one after the other, each
 * shared question once. Immutable.
 */
public final class Questions {
  private final List<Part> parts;
  private final List<Form.Check> checks;
  private final int separately;
  private final LocalDate today;

  private Questions(List<Part> parts, List<Form.Check> checks, int separately, LocalDate today) {
    this.parts = parts;
    this.checks = checks;
    this.separately = separately;
    this.today = today;
  }

  /**
   * A question whose id was asked in an earlier form is not asked again.
   *
   * @param today what conditions take for today
   */
  public static Questions of(List<Form> forms, LocalDate today) {
    return together(
        forms.stream().map(form -> new FormsTogether.Asked(form, null)).toList(), today);
  }

  /** The same, where some of the forms count only under a condition. */
  static Questions together(List<FormsTogether.Asked> forms, LocalDate today) {
    var together = new FormsTogether(forms);
    int separately = forms.stream().mapToInt(one -> (int) one.form().fields().count()).sum();
    return new Questions(together.parts(), together.checks(), separately, today);
  }

  /** How many questions there are. */
  public int asked() {
    return (int) fields().count();
  }

  /** How many there would be if each matter were asked for by itself. */
  public int askedSeparately() {
    return separately;
  }

  public Stream<Field> fields() {
    return parts.stream().flatMap(part -> part.fields().stream());
  }

  public Optional<Field> findField(String id) {
    return fields().filter(field -> field.id().equals(id)).findFirst();
  }

  public Optional<Part> findPart(String id) {
    return parts.stream().filter(part -> part.id().equals(id)).findFirst();
  }

  /** The pages that these answers lead to, with the questions that are to be asked on each. */
  public List<Part> open(Answers answers) {
    Map<String, Object> facts = facts(answers);
    return parts.stream()
        .filter(part -> part.when() == null || part.when().certain(facts))
        .map(
            part ->
                FormsTogether.with(
                    part, part.fields().stream().filter(f -> asks(f, facts)).toList()))
        .filter(part -> !part.fields().isEmpty())
        .toList();
  }

  private static boolean asks(Field field, Map<String, Object> facts) {
    return field.when() == null || field.when().certain(facts);
  }

  /** What is wrong on one of the pages of {@link #open}. */
  public List<Refusal> faults(Part part, Answers answers) {
    List<Refusal> faults = new ArrayList<>();
    part.fields().forEach(field -> faults(field, answers, faults));
    Set<String> here = new HashSet<>();
    part.fields().forEach(field -> here.add(field.id()));
    if (faults.isEmpty()) {
      checks(answers, here, faults);
    }
    return faults;
  }

  /** What is wrong anywhere. */
  public List<Refusal> faults(Answers answers) {
    return open(answers).stream().flatMap(part -> faults(part, answers).stream()).toList();
  }

  private void checks(Answers answers, Set<String> here, List<Refusal> faults) {
    Map<String, Object> facts = facts(answers);
    for (Form.Check check : checks) {
      if (here.contains(check.field()) && Boolean.FALSE.equals(check.must().holds(facts))) {
        faults.add(Refusal.invalid("answers-clash", check.field(), check.says(), check.next()));
      }
    }
  }

  private static void faults(Field field, Answers answers, List<Refusal> faults) {
    if (field.kind() == Kind.ROWS) {
      RowCheck.faults(field, answers.rowsAt(field.id()), faults);
      return;
    }
    String answer = answers.at(field.id());
    if (answer != null) {
      AnswerCheck.fault(field, answer).ifPresent(faults::add);
    } else if (!field.optional()) {
      faults.add(AnswerCheck.missing(field.id(), field.label()));
    }
  }

  /** The answers as conditions see them: typed, and null where nothing usable was answered. */
  public Map<String, Object> facts(Answers answers) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(FormSense.TODAY, today);
    fields()
        .forEach(
            field ->
                facts.put(
                    field.id(),
                    field.kind() == Kind.ROWS
                        ? rows(field, answers.rowsAt(field.id()))
                        : fact(field, answers.at(field.id()))));
    return facts;
  }

  static @Nullable Object fact(Field field, @Nullable String answer) {
    return answer == null || AnswerCheck.fault(field, answer).isPresent()
        ? null
        : value(field.kind(), answer);
  }

  private static List<Map<String, Object>> rows(Field field, List<Map<String, String>> rows) {
    List<Map<String, Object>> typed = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, Object> values = new HashMap<>();
      for (Field column : field.columns()) {
        values.put(column.id(), null);
      }
      for (Field column : field.columnsFor(row)) {
        values.put(column.id(), fact(column, row.get(column.id())));
      }
      typed.add(values);
    }
    return typed;
  }

  private static Object value(Kind kind, String answer) {
    return switch (kind) {
      case NUMBER, MONEY -> new BigDecimal(answer);
      case DATE -> LocalDate.parse(answer);
      case YES_NO -> answer.equals("yes");
      case FILE -> BigDecimal.valueOf(AttachedFile.list(answer).size());
      default -> answer;
    };
  }
}
