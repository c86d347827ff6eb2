package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Pin;
import org.yiwang.page.Page;

/** Writes answers as a reader understands them: an option's name, yes or no, a unit behind. */
final class AnswerWords {
  private AnswerWords() {}

  static String of(Page page, Field field, Answers answers) {
    if (field.kind() == Kind.ROWS) {
      return rows(page, field, answers.rowsAt(field.id()));
    }
    String answer = answers.at(field.id());
    if (answer == null) {
      return "";
    }
    String words = words(page, field.kind(), field.options(), answer);
    String pinned = answers.pinAt(field.id()).map(pin -> pinned(page, pin)).orElse("");
    return (field.unit() == null ? words : words + " " + page.t(field.unit())) + pinned;
  }

  private static String pinned(Page page, Pin pin) {
    String at = String.format(Locale.ROOT, "%.5f, %.5f", pin.north(), pin.east());
    return page.t("（图钉 " + at + "）", " (pin at " + at + ")");
  }

  private static String words(Page page, Kind kind, List<Option> options, String answer) {
    return switch (kind) {
      case YES_NO -> answer.equals("yes") ? page.t("是", "Yes") : page.t("否", "No");
      case CHOICE, STREET ->
          options.stream()
              .filter(option -> option.id().equals(answer))
              .map(option -> page.t(option.name()))
              .findFirst()
              .orElse(answer);
      case FILE ->
          AttachedFile.list(answer).stream()
              .map(AttachedFile::name)
              .collect(Collectors.joining(page.t("；", "; ")));
      default -> answer;
    };
  }

  private static String rows(Page page, Field field, List<Map<String, String>> rows) {
    List<String> lines = new ArrayList<>();
    for (Map<String, String> row : rows) {
      lines.add(
          field.columns().stream()
              .filter(column -> row.containsKey(column.id()))
              .map(column -> cell(page, column, row))
              .collect(Collectors.joining(page.t("，", ", "))));
    }
    return String.join(page.t("；", "; "), lines);
  }

  private static String cell(Page page, Field column, Map<String, String> row) {
    String words = words(page, column.kind(), column.options(), row.getOrDefault(column.id(), ""));
    return column.unit() == null ? words : words + " " + page.t(column.unit());
  }
}
