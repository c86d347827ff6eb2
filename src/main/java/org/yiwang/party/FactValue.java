package org.yiwang.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.pack.Text;

/** Whether a value is one of its kind (信息校验), and if not, what to write instead. */
public final class FactValue {
  private static final int LONGEST = 500;

  private FactValue() {}

  /** Empty if it is right; otherwise what to write. */
  public static Optional<Text> wrong(FactKind kind, String value) {
    if (value.isBlank() || value.length() > LONGEST) {
      return Optional.of(Text.of("请填写 1 到 500 个字。", "Write 1 to 500 characters."));
    }
    return checked(kind, value)
        ? Optional.empty()
        : Optional.of(
            switch (kind.sort()) {
              case DATE -> Text.of("请写成 1972-09-20 这样的日期。", "Write a day as 1972-09-20.");
              case NUMBER -> Text.of("请只写数字。", "Write digits only.");
              case CHOICE -> Text.of("请从选项里选一个。", "Choose one of the options.");
              default -> signs(kind, value);
            });
  }

  private static Text signs(FactKind kind, String value) {
    if (kind.check() == FactKind.Check.DOCUMENT
        && DocumentNumbers.elsewhere(FactStore.normal(value))) {
      return Text.of(
          "这像居民身份证号码或手机号；请写这种证件上的号码，或改选号码种类。",
          "This looks like an identity number or a mobile number; write the number of this document, or choose another kind of number.");
    }
    return kind.check() == FactKind.Check.PASSPORT
        ? Text.of(
            "护照先写签发国的三位字母代码，再写号码，如 DEU C01X00T47。",
            "For a passport write the issuing state in three letters, then the number, as DEU C01X00T47.")
        : Text.of("请核对每一位号码。", "Check each sign of the number.");
  }

  private static boolean checked(FactKind kind, String value) {
    return switch (kind.sort()) {
      case DATE -> isDate(value);
      case NUMBER -> value.matches("-?\\d{1,15}(\\.\\d{1,6})?");
      case CHOICE -> kind.findOption(value).isPresent();
      case TEXT, IDENTIFIER -> characters(kind, value);
    };
  }

  private static boolean characters(FactKind kind, String value) {
    if (kind.check() == null) {
      return true;
    }
    return switch (kind.check()) {
      case PERSON_ID -> CheckDigits.person(value);
      case CREDIT_CODE -> CheckDigits.firm(value);
      case PHONE -> phone(value);
      case PASSPORT -> DocumentNumbers.passport(FactStore.normal(value));
      case DOCUMENT -> DocumentNumbers.other(FactStore.normal(value));
    };
  }

  /**
   * Digits, with the marks that people write between them. Brackets as well, unlike where a form or
   * a postal address asks for a number to be called: a file keeps what a paper or a person states.
   */
  static boolean phone(String value) {
    return value.matches("\\+?[0-9][0-9 ()-]{4,24}");
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 1800;
    } catch (DateTimeException notADay) {
      return false;
    }
  }
}
