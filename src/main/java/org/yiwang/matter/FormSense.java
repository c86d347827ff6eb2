package org.yiwang.matter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.rule.Condition;

/**
 * FORM-01 to FORM-09: a form can be asked, its conditions know what they speak of, and what it
 * fills in and keeps is there.
 */
final class FormSense implements PackCheck {
  /** The day in the district, for conditions about age and deadlines. */
  static final String TODAY = "today";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private static final Pattern SOURCE =
      Pattern.compile(
          "credential:[a-z0-9-]+/[a-z0-9-]+|account:(?:name|street)|fact:[a-z0-9-]+|earlier");

  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<Form> defined : pack.list(MatterPackPart.FORMS)) {
      Form form = defined.value();
      var sense = new Sense(pack, problems, namesOf(form));
      Set<String> seen = new HashSet<>();
      form.fields().forEach(field -> sense.field(field, seen));
      for (Form.Part part : form.parts()) {
        sense.condition(part, part.when());
      }
      for (Form.Check check : form.checks()) {
        sense.condition(check, check.must());
        sense.names(check);
      }
    }
  }

  /** What conditions may speak of: the form's questions, and the day. */
  static Set<String> namesOf(Form form) {
    return Stream.concat(form.fields().map(Field::id), Stream.of(TODAY))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is asked in each row, as {@code QUESTION/COLUMN}. */
  static Set<String> columnsOf(Form form) {
    return form.fields()
        .flatMap(field -> field.columns().stream().map(column -> field.id() + "/" + column.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Sense(PackReading pack, Problems problems, Set<String> names) {
    void field(Field field, Set<String> seen) {
      id(field, field.id(), seen);
      choice(field, field.id(), field.kind() == Kind.CHOICE, field.options());
      if (field.kind() == Kind.ROWS && field.columns().isEmpty()) {
        problems.add(
            pack.at(field, "kind"),
            "FORM-04",
            "\"" + field.id() + "\" repeats nothing.",
            "Write what is asked in each row under columns.");
      }
      Set<String> columns = new HashSet<>();
      Set<String> row =
          field.columns().stream().map(Field::id).collect(Collectors.toCollection(TreeSet::new));
      var inRow = new Sense(pack, problems, row);
      for (Field column : field.columns()) {
        id(column, column.id(), columns);
        choice(column, column.id(), column.kind() == Kind.CHOICE, column.options());
        inRow.condition(column, column.when());
      }
      condition(field, field.when());
      new FieldSense(pack, problems).check(field);
    }

    private void id(Object asked, String id, Set<String> seen) {
      if (!ID.matcher(id).matches()) {
        problems.add(
            pack.at(asked, "id"),
            "FORM-01",
            "\"" + id + "\" is no name for a question.",
            "Write small letters, digits and underscores: a hyphen would be a minus in conditions.");
      }
      if (!seen.add(id)) {
        problems.add(
            pack.at(asked, "id"),
            "FORM-02",
            "\"" + id + "\" is asked twice.",
            "Ask once; a later question may use the answer in when.");
      }
    }

    private void choice(Object asked, String id, boolean chosen, List<Form.Option> options) {
      if (chosen && options.size() < 2) {
        problems.add(
            pack.at(asked, "kind"),
            "FORM-03",
            "There is nothing to choose in \"" + id + "\".",
            "Write at least two options.");
      }
    }

    void condition(Object stands, @org.jspecify.annotations.Nullable Condition condition) {
      if (condition != null) {
        condition
            .fault(names)
            .ifPresent(
                fault ->
                    problems.add(
                        pack.at(stands),
                        "FORM-05",
                        "The condition \"" + condition.text() + "\" does not work: " + fault + ".",
                        "Write FEEL over the form's own questions: "
                            + String.join(", ", names)
                            + "."));
      }
    }

    void names(Form.Check check) {
      if (!names.contains(check.field())) {
        problems.add(
            pack.at(check, "field"),
            "FORM-06",
            "There is no question \""
                + check.field()
                + "\"."
                + problems.nearest(check.field(), names),
            "Name the question beside which the sentence is to stand.");
      }
    }
  }
}
