package org.yiwang.submission;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.party.Masked;

/**
 * Answers as whoever helps with a draft sees them (脱敏): names, numbers and addresses of mail mostly
 * hidden, and wherever words stand any run of six or more letters and digits with at least five
 * digits in it. Dates, amounts, choices and the rest of the words stay readable, since those are
 * what may be wrong. Officers of a case read names and words, and only the numbers are hidden until
 * they ask for them.
 */
final class MaskedAnswers {
  private static final int FRONT = 3;
  private static final int LEAST = 6;
  private static final int LEAST_DIGITS = 5;
  private static final String HIDDEN = "****";

  /**
   * Groups of letters and digits, each with a digit in it or a single letter, and what parts them.
   */
  private static final Pattern RUN =
      Pattern.compile(
          "(?<![A-Za-z0-9])GROUP(?:[\\h.\\p{Pd}\\p{Cf}\\u2212\\u00b7_/]{1,3}GROUP)*+"
              .replace("GROUP", "(?:[A-Za-z]*+[0-9][A-Za-z0-9]*+|[A-Za-z](?![A-Za-z0-9]))"));

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .\\-]+");

  /** At most thirteen digits; what is longer or has letters is another number, typed there. */
  private static final Pattern PHONE = Pattern.compile("\\+?(?:[ ().\\-]*\\d){1,13}[ )]*");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,10}(\\.\\d{1,4})?");

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

  /** What lists of answers are parted by, see {@link AnswerWords}. */
  private static final Pattern CELLS = Pattern.compile("[^，,；;\\s][^，,；;]*");

  /** What reaches a person or their money. */
  private static final Set<Kind> NUMBERS =
      EnumSet.of(Kind.PHONE, Kind.MAIL, Kind.PERSON_ID, Kind.BANK_CARD);

  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private MaskedAnswers() {}

  /** Only the numbers by which a person or their money is reached are hidden (号码脱敏). */
  static Answers numbersOf(List<Field> fields, Answers answers) {
    Answers masked = answers;
    for (Field field : fields) {
      if (field.kind() == Kind.ROWS) {
        masked = masked.withRows(field.id(), rows(field, answers.rowsAt(field.id()), NUMBERS));
      } else if (NUMBERS.contains(field.kind())) {
        masked = masked.with(field.id(), of(field.kind(), answers.at(field.id())));
      }
    }
    return masked;
  }

  /** The answer to a question of that kind, hidden if it is such a number. */
  static String number(Kind kind, String answer) {
    return NUMBERS.contains(kind) ? String.valueOf(of(kind, answer)) : answer;
  }

  /** The same where rows may be one text: which of its words was which cell is not known there. */
  static String number(Field field, String answer) {
    boolean numbers = field.columns().stream().map(Field::kind).anyMatch(NUMBERS::contains);
    return numbers ? words(answer) : number(field.kind(), answer);
  }

  /** Long numbers and addresses of mail among words; days stay. */
  private static String words(String answer) {
    return CELLS
        .matcher(answer)
        .replaceAll(
            cell -> Matcher.quoteReplacement(String.valueOf(of(Kind.DATE, mail(cell.group())))));
  }

  private static String mail(String cell) {
    return MAIL.matcher(cell).replaceAll("***");
  }

  /** An identifier of unknown kind, as a credential says it. */
  static String identifier(String number) {
    return beginning(plain(number));
  }

  static Answers of(List<Field> fields, Answers answers) {
    Answers masked = Answers.NONE;
    for (Field field : fields) {
      masked =
          field.kind() == Kind.ROWS
              ? masked.withRows(field.id(), rows(field, answers.rowsAt(field.id()), ALL))
              : masked.with(field.id(), of(field.kind(), answers.at(field.id())));
    }
    return masked;
  }

  private static List<Map<String, String>> rows(
      Field field, List<Map<String, String>> rows, Set<Kind> hidden) {
    return rows.stream().map(row -> row(field, row, hidden)).toList();
  }

  private static Map<String, String> row(Field field, Map<String, String> row, Set<Kind> hidden) {
    Map<String, String> masked = new LinkedHashMap<>();
    for (Field column : field.columns()) {
      String typed = row.get(column.id());
      String cell = hidden.contains(column.kind()) ? of(column.kind(), typed) : typed;
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
      case PHONE -> phone(plain(answer));
      case MAIL -> Objects.requireNonNullElse(Masked.mail(answer), "***");
      case PERSON_ID, FIRM_ID, BANK_CARD -> beginning(plain(answer));
      case TEXT, LONG_TEXT, ADDRESS, PLACE -> numbers(answer);
      // kept before they are checked: what does not look like one is treated as words
      case DATE -> DAY.matcher(answer).matches() ? answer : numbers(answer);
      case NUMBER, MONEY -> AMOUNT.matcher(answer).matches() ? answer : numbers(answer);
      case FILE -> files(answer);
      case YES_NO, CHOICE, STREET, ROWS -> answer;
    };
  }

  /** How somebody called a file may say a number. */
  private static String files(String answer) {
    return AttachedFile.answer(
        AttachedFile.list(answer).stream()
            .map(file -> new AttachedFile(file.id(), numbers(file.name())))
            .toList());
  }

  private static @Nullable String phone(String answer) {
    return PHONE.matcher(answer).matches() ? Masked.phone(answer) : beginning(answer);
  }

  /** Where words are, each long number in them. */
  private static String numbers(String answer) {
    String plain = plain(answer);
    StringBuilder masked = new StringBuilder();
    Matcher run = RUN.matcher(plain);
    int shown = 0;
    while (run.find()) {
      if (isLong(run.group())) {
        masked.append(plain, shown, run.start()).append(beginning(run.group()));
        shown = run.end();
      }
    }
    return masked.append(plain, shown, plain.length()).toString();
  }

  private static boolean isLong(String run) {
    long digits = run.chars().filter(Character::isDigit).count();
    return digits >= LEAST_DIGITS
        && run.chars().filter(Character::isLetterOrDigit).count() >= LEAST;
  }

  /** Never the end: the last four of a number are asked for elsewhere, as a secret. */
  private static String beginning(String number) {
    return number.substring(0, Math.min(FRONT, number.length() / 3)) + HIDDEN;
  }

  /** Letters, digits and dashes of any width and script as plain ones; all else as it is. */
  private static String plain(String answer) {
    StringBuilder plain = new StringBuilder();
    answer.codePoints().forEach(point -> plain.append(plain(point)));
    return plain.toString();
  }

  private static String plain(int point) {
    if (Character.isDigit(point)) {
      return String.valueOf(Character.digit(point, 10));
    }
    String written = Character.toString(point);
    String normal = Normalizer.normalize(written, Normalizer.Form.NFKC);
    return PLAIN.matcher(normal).matches() ? normal : written;
  }
}
