package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Column;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.party.Masked;

/**
 * Answers as whoever helps with a draft sees them (脱敏): names, numbers and addresses of mail mostly
 * hidden, and long numbers wherever they stand, so that what is wrong is seen and nothing is
 * copied.
 */
final class MaskedAnswers {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d ]{6,}[\\dXx]");

  private MaskedAnswers() {}

  static Answers of(List<Field> fields, Answers answers) {
    Answers masked = Answers.NONE;
    for (Field field : fields) {
      masked =
          field.kind() == Kind.ROWS
              ? masked.withRows(field.id(), rows(field, answers.rowsAt(field.id())))
              : masked.with(field.id(), of(field.kind(), answers.at(field.id())));
    }
    return masked;
  }

  private static List<Map<String, String>> rows(Field field, List<Map<String, String>> rows) {
    return rows.stream().map(row -> row(field, row)).toList();
  }

  private static Map<String, String> row(Field field, Map<String, String> row) {
    Map<String, String> masked = new LinkedHashMap<>();
    for (Column column : field.columns()) {
      String cell = of(column.kind(), row.get(column.id()));
      if (cell != null) {
        masked.put(column.id(), cell);
      }
    }
    return masked;
  }

  private static @Nullable String of(Kind kind, @Nullable String answer) {
    if (answer == null) {
      return null;
    }
    return switch (kind) {
      case NAME -> Masked.name(answer);
      case PERSON_ID, PHONE -> Masked.phone(answer);
      case MAIL -> Objects.requireNonNullElse(Masked.mail(answer), "***");
      case TEXT, LONG_TEXT, ADDRESS, PLACE -> numbers(answer);
      default -> answer;
    };
  }

  private static String numbers(String answer) {
    return LONG_NUMBER
        .matcher(answer)
        .replaceAll(found -> String.valueOf(Masked.phone(found.group())));
  }
}
