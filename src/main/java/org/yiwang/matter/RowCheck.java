package org.yiwang.matter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Column;
import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;

/** Whether the rows of a question that repeats are right, cell by cell. */
final class RowCheck {
  static final int MOST_ROWS = 20;

  private RowCheck() {}

  /** The name of a cell on a page: {@code children-1-name}, counted from 1. */
  static String cell(Field field, int row, Column column) {
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
      for (Column column : field.columns()) {
        String answer = rows.get(row - 1).get(column.id());
        cell(cell(field, row, column), column, label(column, row), answer).ifPresent(faults::add);
      }
    }
  }

  private static Optional<Refusal> cell(
      String at, Column column, Text label, @Nullable String answer) {
    if (answer != null && !answer.isBlank()) {
      return AnswerCheck.fault(column, at, label, answer);
    }
    return column.optional() ? Optional.empty() : Optional.of(AnswerCheck.missing(at, label));
  }

  /** Rows ask the same: which one is meant has to be said. */
  private static Text label(Column column, int row) {
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
