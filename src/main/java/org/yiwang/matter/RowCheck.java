package org.yiwang.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;

/** Whether the rows of a question that repeats are right, cell by cell. */
final class RowCheck {
  static final int MOST_ROWS = 20;

  private RowCheck() {}

  /** The name of a cell on a page: {@code children-1-name}, counted from 1. */
  static String cell(Field field, int row, Field column) {
    return field.id() + "-" + row + "-" + column.id();
  }

  static void faults(Field field, List<Map<String, String>> rows, List<Refusal> faults) {
    int most = Objects.requireNonNullElse(field.most(), MOST_ROWS);
    if (rows.isEmpty() && !field.optional()) {
      faults.add(AnswerCheck.missing(field.id(), field.label()));
    }
    if (rows.size() > most) {
      faults.add(tooMany(field, most));
    }
    for (int row = 1; row <= rows.size(); row++) {
      for (Field column : asked(field, rows.get(row - 1))) {
        String answer = rows.get(row - 1).get(column.id());
        cell(cell(field, row, column), column, label(column, row), answer).ifPresent(faults::add);
      }
    }
  }

  /**
   * A cell's {@code when} knows the cells before it in its row, as {@link Questions} types them.
   */
  static List<Field> asked(Field field, Map<String, String> row) {
    Map<String, Object> known = new HashMap<>();
    field.columns().forEach(column -> known.put(column.id(), null));
    List<Field> asked = new ArrayList<>();
    for (Field column : field.columns()) {
      if (column.when() == null || column.when().certain(known)) {
        asked.add(column);
        known.put(column.id(), Questions.fact(column, row.get(column.id())));
      }
    }
    return asked;
  }

  private static Optional<Refusal> cell(
      String at, Field column, Text label, @Nullable String answer) {
    if (answer != null && !answer.isBlank()) {
      return AnswerCheck.fault(column, at, label, answer);
    }
    return column.optional() ? Optional.empty() : Optional.of(AnswerCheck.missing(at, label));
  }

  /** Rows ask the same: which one is meant has to be said. */
  private static Text label(Field column, int row) {
    return Text.of(
        column.label().zh() + "（第 " + row + " 行）", column.label().en() + " (row " + row + ")");
  }

  private static Refusal tooMany(Field field, int most) {
    return Refusal.invalid(
        "rows-too-many",
        field.id(),
        Text.of(
            "“%s”最多 %d 行。".formatted(field.label().zh(), most),
            "“%s” takes at most %d rows.".formatted(field.label().en(), most)),
        Text.of("请去掉多余的行。", "Take the extra ones away."));
  }
}
