package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Column;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;

/**
 * One question as it is drawn, in the reader's words.
 *
 * @param hint what helps, and where the answer was found
 * @param rows of a question that repeats; one empty row more than was answered
 */
record FieldView(
    String name,
    Kind kind,
    String label,
    @Nullable String hint,
    boolean optional,
    String value,
    List<Choice> choices,
    List<Row> rows) {

  /** One row of a question that repeats. */
  record Row(String legend, List<FieldView> cells) {}

  static FieldView of(Page page, Field field, Filled filled) {
    Answers answers = filled.answers();
    String value = answers.at(field.id());
    return new FieldView(
        field.id(),
        field.kind(),
        page.t(field.label())
            + (field.unit() == null
                ? ""
                : page.t("（", " (") + page.t(field.unit()) + page.t("）", ")")),
        hint(page, field, filled),
        field.optional(),
        value == null ? "" : value,
        choices(page, field.kind(), field.options()),
        field.kind() == Kind.ROWS ? rows(page, field, answers.rowsAt(field.id())) : List.of());
  }

  private static @Nullable String hint(Page page, Field field, Filled filled) {
    Text source = filled.sourceOf(field.id());
    String found =
        source == null
            ? null
            : page.t("已从" + source.zh() + "填入，请核对。", "From " + source.en() + "; please check.");
    if (field.hint() == null) {
      return found;
    }
    return found == null ? page.t(field.hint()) : page.t(field.hint()) + page.t("。", ". ") + found;
  }

  private static List<Choice> choices(Page page, Kind kind, List<Option> options) {
    return kind == Kind.YES_NO
        ? List.of(Choice.of("yes", page.t("是", "Yes")), Choice.of("no", page.t("否", "No")))
        : options.stream().map(o -> Choice.of(o.id(), page.t(o.name()))).toList();
  }

  private static List<Row> rows(Page page, Field field, List<Map<String, String>> answered) {
    List<Row> rows = new ArrayList<>();
    for (int row = 1; row <= answered.size() + 1; row++) {
      Map<String, String> cells = row <= answered.size() ? answered.get(row - 1) : Map.of();
      List<FieldView> views = new ArrayList<>();
      for (Column column : field.columns()) {
        views.add(cell(page, FormReading.name(field, row, column), column, cells));
      }
      rows.add(new Row(page.t("第 " + row + " 行", "Row " + row), views));
    }
    return rows;
  }

  private static FieldView cell(Page page, String name, Column column, Map<String, String> cells) {
    return new FieldView(
        name,
        column.kind(),
        page.t(column.label()),
        null,
        column.optional(),
        cells.getOrDefault(column.id(), ""),
        choices(page, column.kind(), column.options()),
        List.of());
  }
}
