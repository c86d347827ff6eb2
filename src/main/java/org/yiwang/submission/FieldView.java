package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Pin;
import org.yiwang.pack.Text;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.place.Maps;

/**
 * One question as it is drawn, in the reader's words.
 *
 * @param hint what helps, and where the answer was found
 * @param rows of a question that repeats; one empty row more than was answered
 * @param pick the map on which somebody may point at the place; null where it is asked in words
 * @param attach what is attached and may be; null where no file is asked for
 * @param offers people who may be taken over as rows
 */
record FieldView(
    String name,
    Kind kind,
    String label,
    @Nullable String hint,
    boolean optional,
    String value,
    List<Choice> choices,
    List<Row> rows,
    @Nullable Pick pick,
    @Nullable AttachedView attach,
    List<Choice> offers) {
  /** More than these are no dots any more. */
  private static final int MOST_DOTS = 6;

  /**
   * The district's map, and where somebody pointed on it (图钉).
   *
   * @param lon longitude as it was sent; empty without a pin
   */
  record Pick(BaseMap ground, List<String> layers, String lon, String lat) {}

  /** The same with files that an application was sent with; what is asked for is not optional. */
  private FieldView with(AttachedView again, boolean needed) {
    return new FieldView(
        name, kind, label, hint, optional && !needed, value, choices, rows, pick, again, offers);
  }

  /**
   * One row of a question that repeats.
   *
   * @param name by which it is removed
   * @param answered whether anything of it was answered so far
   */
  record Row(String name, String legend, List<FieldView> cells, boolean answered) {
    /** Whether it needs a button: there is an answer, or a dot that cannot be taken back. */
    boolean removable() {
      return answered || cells.stream().anyMatch(cell -> cell.dots() && !cell.optional());
    }
  }

  /** Draws questions (画出问题); it knows the district's map. */
  @Component
  static class Maker {
    private final Maps maps;

    Maker(Maps maps) {
      this.maps = maps;
    }

    FieldView of(Page page, Field field, Filled filled) {
      return of(page, field, filled, List.of());
    }

    /**
     * As it is asked once more of an application that was sent.
     *
     * @param needed whether its files are asked for, so that others have to come
     */
    FieldView again(Page page, Field field, Answers before, Filled filled, boolean needed) {
      FieldView view = of(page, field, filled);
      return field.kind() == Kind.FILE
          ? view.with(AttachedView.again(field, before, filled.answers()), needed)
          : view;
    }

    /** With people who are known and may be taken over as rows. */
    FieldView of(Page page, Field field, Filled filled, List<KnownPeople.Person> people) {
      Answers answers = filled.answers();
      return new FieldView(
          field.id(),
          field.kind(),
          label(page, field),
          hint(page, field, filled),
          field.optional(),
          Objects.requireNonNullElse(answers.at(field.id()), ""),
          choices(page, field.kind(), field.options(), field.optional()),
          field.kind() == Kind.ROWS ? rows(page, field, answers, people) : List.of(),
          field.kind() == Kind.PLACE && maps.any() ? pick(page, field, answers) : null,
          field.kind() == Kind.FILE ? AttachedView.of(field, answers) : null,
          people.stream()
              .filter(one -> !one.in(answers.rowsAt(field.id())))
              .map(one -> Choice.of(one.value(field), one.words(page)))
              .toList());
    }

    private Pick pick(Page page, Field field, Answers answers) {
      return new Pick(
          maps.whole(page.language()),
          maps.layers(),
          answers.pinAt(field.id()).map(Pin::lon).orElse(""),
          answers.pinAt(field.id()).map(Pin::lat).orElse(""));
    }
  }

  private static String label(Page page, Field field) {
    return page.t(field.label())
        + (field.unit() == null ? "" : page.t("（", " (") + page.t(field.unit()) + page.t("）", ")"));
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

  /**
   * One chosen by a dot cannot be taken back by itself: where none is needed, none can be chosen.
   */
  private static List<Choice> choices(
      Page page, Kind kind, List<Option> options, boolean optional) {
    List<Choice> choices = new ArrayList<>();
    if (kind == Kind.YES_NO) {
      choices.add(Choice.of("yes", page.t("是", "Yes")));
      choices.add(Choice.of("no", page.t("否", "No")));
    }
    options.forEach(one -> choices.add(Choice.of(one.id(), page.t(one.name()))));
    if (optional && dots(kind, choices)) {
      choices.add(Choice.of("", page.t("不填", "No answer")));
    }
    return choices;
  }

  /** Whether it is chosen by dots (单选按钮), and not from a list that unfolds. */
  boolean dots() {
    return dots(kind, choices);
  }

  private static long answers(List<Choice> choices) {
    return choices.stream().filter(choice -> !choice.value().isEmpty()).count();
  }

  private static boolean dots(Kind kind, List<Choice> choices) {
    return kind == Kind.YES_NO || (kind == Kind.CHOICE && answers(choices) <= MOST_DOTS);
  }

  private static List<Row> rows(
      Page page, Field field, Answers answers, List<KnownPeople.Person> people) {
    List<Map<String, String>> answered = answers.rowsAt(field.id());
    List<Row> rows = new ArrayList<>();
    for (int row = 1; row <= answered.size() + 1; row++) {
      Map<String, String> cells = row <= answered.size() ? answered.get(row - 1) : Map.of();
      List<FieldView> views = new ArrayList<>();
      for (Field column : field.columnsFor(cells)) {
        views.add(cell(page, FormReading.name(field, row, column), column, cells));
      }
      String source =
          people.stream()
              .filter(one -> one.in(List.of(cells)))
              .map(one -> page.t("，来自", ", from ") + page.t(one.source()))
              .findFirst()
              .orElse("");
      String legend = page.t("第 " + row + " 行", "Row " + row) + source;
      rows.add(new Row(FormReading.name(field, row), legend, views, row <= answered.size()));
    }
    return rows;
  }

  private static FieldView cell(Page page, String name, Field column, Map<String, String> cells) {
    return new FieldView(
        name,
        column.kind(),
        label(page, column),
        column.hint() == null ? null : page.t(column.hint()),
        column.optional(),
        cells.getOrDefault(column.id(), ""),
        choices(page, column.kind(), column.options(), column.optional()),
        List.of(),
        null,
        null,
        List.of());
  }
}
