package org.yiwang.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Check characters of the national identifiers (校验码). */
public final class CheckDigits {
  private static final String PERSON_CHECKS = "10X98765432";
  private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String FIRM_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final DateTimeFormatter BORN =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private CheckDigits() {}

  /** GB 11643-1999: six digits of place, date of birth, three digits, ISO 7064 MOD 11-2. */
  public static boolean person(String id) {
    if (!id.matches("\\d{17}[\\dX]") || !isDate(id.substring(6, 14))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < PERSON_WEIGHTS.length; i++) {
      sum += (id.charAt(i) - '0') * PERSON_WEIGHTS[i];
    }
    return PERSON_CHECKS.charAt(sum % 11) == id.charAt(17);
  }

  /** GB 32100-2015: 17 signs of 31 and a check sign, weights are powers of three modulo 31. */
  public static boolean firm(String id) {
    if (id.length() != 18 || id.chars().anyMatch(sign -> FIRM_SIGNS.indexOf(sign) < 0)) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += FIRM_SIGNS.indexOf(id.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return FIRM_SIGNS.charAt((31 - sum % 31) % 31) == id.charAt(17);
  }

  /** ISO/IEC 7812-1: 13 to 19 digits; every second one from the right counts double, modulo 10. */
  public static boolean card(String number) {
    if (!number.matches("[0-9]{13,19}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int counts = i % 2 == 0 ? digit : digit * 2;
      sum += counts > 9 ? counts - 9 : counts;
    }
    return sum % 10 == 0;
  }

  private static boolean isDate(String digits) {
    try {
      return !LocalDate.parse(digits, BORN).isAfter(LocalDate.of(2100, 1, 1));
    } catch (DateTimeException notADate) {
      return false;
    }
  }
}
