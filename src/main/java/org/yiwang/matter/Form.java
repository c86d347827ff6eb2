package org.yiwang.matter;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.rule.Condition;

/**
 * {@code forms/<id>.yaml}: what is asked (表单), part by part; each part is one page.
 *
 * @param checks sentences over several fields that must hold
 */
public record Form(String id, Text name, List<Part> parts, List<Check> checks) {

  /**
   * One page of questions.
   *
   * @param when asked only if this certainly holds
   */
  public record Part(
      String id, Text name, @Nullable Text hint, @Nullable Condition when, List<Field> fields) {}

  /**
   * One question.
   *
   * @param id {@code like_this}; the same id in two forms of a bundle is the same question
   * @param from where the answer may be known from, best first: {@code credential:TYPE/CLAIM},
   *     {@code account:name}, {@code account:street}, {@code fact:KIND} of the file, or for a firm
   *     else of the file of whoever fills it in, {@code earlier} for what the same person answered
   *     to the question of this id within a year. Rows offer people whom the file names: {@code
   *     relation:self}, {@code relation:family}, {@code relation:employee}, {@code
   *     relation:representative}; their cells take {@code relation:name}, {@code relation:kind} and
   *     {@code relation:number}
   * @param when asked only if this certainly holds
   * @param unit written behind the number, e.g. 平方米
   * @param largest the largest number; of a file its megabytes
   * @param columns what is asked in each row: questions like all others, but that {@code when}
   *     speaks of the cells before it in the same row
   * @param most at most so many rows, or files
   * @param keep the kind of fact as which the answer is kept in the person's file for the next
   *     time, if the person agrees
   */
  public record Field(
      String id,
      Kind kind,
      Text label,
      @Nullable Text hint,
      boolean optional,
      @Nullable Condition when,
      List<String> from,
      List<Option> options,
      @Nullable Text unit,
      @Nullable Double least,
      @Nullable Double largest,
      List<Field> columns,
      @Nullable Integer most,
      @Nullable String keep) {
    /** What is asked in a row that is answered like this: a cell may lead to another (随行显示). */
    public List<Field> columnsFor(Map<String, String> row) {
      return RowCheck.asked(this, row);
    }

    /** Whether this can be an answer to it. */
    public boolean takes(String answer) {
      return AnswerCheck.fault(this, answer).isEmpty();
    }

    Field asked(@Nullable Condition only) {
      return new Field(
          id, kind, label, hint, optional, only, from, options, unit, least, largest, columns, most,
          keep);
    }

    Field offering(List<Option> other) {
      return new Field(
          id, kind, label, hint, optional, when, from, other, unit, least, largest, columns, most,
          keep);
    }
  }

  /** One of the answers that may be chosen. */
  public record Option(String id, Text name) {}

  /**
   * What must hold between answers.
   *
   * @param must a condition; one that cannot be said yet does no harm
   * @param field beside which the sentence is shown
   */
  public record Check(Condition must, String field, Text says, Text next) {}

  /** How a question is asked and its answer checked. */
  public enum Kind {
    TEXT,
    LONG_TEXT,
    NAME,
    /** Resident identity number (GB 11643): 18 characters with a check digit. */
    PERSON_ID,
    /** Unified social credit code (GB 32100): 18 characters with a check character. */
    FIRM_ID,
    /** The number on a bank card (ISO/IEC 7812): 13 to 19 digits, the last one a check digit. */
    BANK_CARD,
    PHONE,
    MAIL,
    DATE,
    NUMBER,
    /** Yuan, with at most two decimals. */
    MONEY,
    YES_NO,
    CHOICE,
    /** In words, anywhere. */
    ADDRESS,
    /**
     * A place in the district: its address in words, and where it stands on the map if somebody
     * points at it. In a row that repeats it is in words only.
     */
    PLACE,
    /** One of the district's streets; decides which street office handles the case. */
    STREET,
    /** PDF, JPG or PNG: several, if {@code most} says so. */
    FILE,
    ROWS;

    /** Whether it is answered with an address, on the map or not. */
    public boolean address() {
      return this == ADDRESS || this == PLACE;
    }
  }

  public Stream<Field> fields() {
    return parts.stream().flatMap(part -> part.fields().stream());
  }
}
