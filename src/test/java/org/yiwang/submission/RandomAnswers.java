package org.yiwang.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Questions;
import org.yiwang.page.Refusal;

/** Answers by chance that a form takes, words that look like an attack among them. */
final class RandomAnswers {
  /** Words that any question for words must take and keep as they are. */
  private static final List<String> WORDS =
      List.of(
          "小梅",
          "O'Brien & Söhne",
          "<script>alert(1)</script>",
          "\" onfocus=\"alert(1)",
          "' or 1=1 --",
          "${7*7} #{7*7} @if(true)",
          "\ud83d\ude00\ud83c\udfe1",
          "\u202e逆",
          "测".repeat(190),
          "null",
          "A\u0301e\u0301");

  private static final List<String> FIRMS = List.of("91310110MA1BENCHX1");
  private static final List<String> PHONES = List.of("021-00000000", "+86 100 0000 0001", "12345");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final int TRIES = 1_000;
  private static final long LARGEST = 1_000_000;

  private final Questions questions;
  private final LocalDate today;
  private final Random chance;

  RandomAnswers(Questions questions, LocalDate today, Random chance) {
    this.questions = questions;
    this.today = today;
    this.chance = chance;
  }

  /**
   * Answers that nothing is wrong with.
   *
   * @throws IllegalStateException if chance found none
   */
  Answers fitting() {
    Answers answers = Answers.NONE;
    for (int i = 0; i < TRIES; i++) {
      answers = filled(answers);
      List<Refusal> faults = questions.faults(answers);
      if (faults.isEmpty()) {
        return answers;
      }
      for (Refusal fault : faults) {
        answers = another(answers, String.valueOf(fault.field()));
      }
      if (chance.nextInt(4) == 0) {
        answers = anyOther(answers);
      }
    }
    throw new IllegalStateException(
        "Chance found no answers that fit in %d tries as of %s; still wrong: %s in %s"
            .formatted(TRIES, today, questions.faults(answers), answers));
  }

  private Answers filled(Answers answers) {
    Answers all = answers;
    for (Part part : questions.open(answers)) {
      for (Field field : part.fields()) {
        if (field.kind() != Kind.FILE
            && !all.has(field.id())
            && (!field.optional() || chance.nextInt(3) == 0)) {
          all = answered(all, field);
        }
      }
    }
    return all;
  }

  /** A fault may stand beside a question, or beside a cell of one that repeats. */
  private Answers another(Answers answers, String at) {
    return questions
        .fields()
        .filter(field -> at.equals(field.id()) || at.startsWith(field.id() + "-"))
        .findFirst()
        .map(field -> answered(answers, field))
        .orElse(answers);
  }

  /** Where two answers do not go together, the wrong one may be the one that is not pointed at. */
  private Answers anyOther(Answers answers) {
    List<Field> open =
        questions.open(answers).stream().flatMap(part -> part.fields().stream()).toList();
    return answered(answers, one(open));
  }

  /** The forms of the packs need no file; whoever fills in by typing gives none. */
  private Answers answered(Answers answers, Field field) {
    if (field.kind() == Kind.FILE) {
      return answers;
    }
    return field.kind() == Kind.ROWS
        ? answers.withRows(field.id(), rows(field))
        : answers.with(field.id(), answer(field));
  }

  private List<Map<String, String>> rows(Field field) {
    int most = Math.min(3, field.most() == null ? 3 : field.most());
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = chance.nextInt(most); i >= 0; i--) {
      Map<String, String> row = new HashMap<>();
      for (Field column : field.columns()) {
        row.put(column.id(), answer(column));
      }
      row.keySet().retainAll(field.columnsFor(row).stream().map(Field::id).toList());
      rows.add(row);
    }
    return rows;
  }

  private String answer(Field field) {
    return field.kind() == Kind.NUMBER || field.kind() == Kind.MONEY
        ? number(field)
        : answer(field.kind(), field.options());
  }

  private String number(Field field) {
    double least = field.least() == null ? 0 : field.least();
    long low = (long) Math.ceil(least);
    long most = field.largest() == null ? LARGEST : Math.max(1, (long) (field.largest() - low) + 1);
    return String.valueOf(low + chance.nextLong(Math.min(most, magnitude())));
  }

  /** Small numbers as often as large ones: forms ask for both. */
  private long magnitude() {
    return (long) Math.pow(10, chance.nextInt(1, 7));
  }

  private String answer(Kind kind, List<Option> options) {
    return switch (kind) {
      case TEXT, NAME, ADDRESS, PLACE, ROWS -> one(WORDS);
      case LONG_TEXT -> one(WORDS) + "\n" + one(WORDS);
      case PERSON_ID -> person();
      case FIRM_ID -> one(FIRMS);
      case BANK_CARD -> "6222021200001233";
      case PHONE -> one(PHONES);
      case MAIL -> "o'brien+" + chance.nextInt(99) + "@example.org";
      case DATE -> today.plusDays(days()).toString();
      case NUMBER, MONEY -> String.valueOf(chance.nextInt(1, 100));
      case YES_NO -> chance.nextBoolean() ? "yes" : "no";
      case FILE -> throw new IllegalStateException("Files are chosen, not typed");
      case CHOICE, STREET -> options.isEmpty() ? "none" : one(options).id();
    };
  }

  /** Near ones as often as long ago: forms ask for both. */
  private long days() {
    return switch (chance.nextInt(4)) {
      case 0 -> chance.nextInt(1, 60);
      case 1 -> -chance.nextInt(0, 60);
      case 2 -> -chance.nextInt(60, 8_000);
      default -> -chance.nextInt(8_000, 32_000);
    };
  }

  /** GB 11643: an invented number whose check character is right. */
  private String person() {
    LocalDate born = today.minusDays(chance.nextInt(32_000));
    String digits =
        "310110" + born.toString().replace("-", "") + "%03d".formatted(chance.nextInt(1_000));
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  private <T> T one(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
