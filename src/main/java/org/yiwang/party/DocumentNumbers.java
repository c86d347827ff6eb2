package org.yiwang.party;

import java.util.HashSet;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of documents that have no check character of their own (护照等证件号码): only their shape can be
 * looked at.
 */
final class DocumentNumbers {
  private static final int STATE = 3;
  private static final int LONGEST_PASSPORT = 9;

  /** ICAO Doc 9303 part 3, section 5: issuers that are in no list of countries. */
  private static final Set<String> OTHER_ISSUERS =
      Set.of(
          "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNA", "UNK", "UNO", "XXA", "XXB", "XXC",
          "XXX");

  private static final Set<String> ISSUERS = issuers();

  /** GB 11643: the shape alone, since a mistyped one is one too. */
  private static final Pattern IDENTITY = Pattern.compile("\\d{17}[\\dX]");

  /** Numbering plan of mainland China: mobile numbers have eleven digits. */
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

  /**
   * Cards of foreign permanent residents since 2023: a nine, the province (GB/T 2260), the country,
   * the day of birth, three digits and the check character of GB 11643. No identity number begins
   * so.
   */
  private static final Pattern RESIDENT =
      Pattern.compile("9(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\\d{14}[\\dX]");

  private DocumentNumbers() {}

  private static Set<String> issuers() {
    Set<String> all = new HashSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3));
    all.addAll(OTHER_ISSUERS);
    return Set.copyOf(all);
  }

  /**
   * The three letters of the issuing state (ISO 3166-1, ICAO Doc 9303) and the number, at most nine
   * signs: two states may give out the same number, so the number alone identifies nobody.
   */
  static boolean passport(String plain) {
    if (plain.length() <= STATE || !ISSUERS.contains(plain.substring(0, STATE))) {
      return false;
    }
    String number = plain.substring(STATE);
    return number.matches("[A-Z0-9]{5," + LONGEST_PASSPORT + "}") && number.matches(".*\\d.*");
  }

  /**
   * Seven to eighteen letters and digits, six digits among them: travel permits, residence cards.
   * What looks like an identity number or a mobile number is none of them.
   */
  static boolean other(String plain) {
    return !elsewhere(plain)
        && plain.matches("[A-Z0-9]{7,18}")
        && plain.chars().filter(Character::isDigit).count() >= 6;
  }

  /** Whether it is a number of another kind: somebody's identity number, or mobile number. */
  static boolean elsewhere(String plain) {
    boolean resident = RESIDENT.matcher(plain).matches() && CheckDigits.person(plain);
    return MOBILE.matcher(plain).matches() || IDENTITY.matcher(plain).matches() && !resident;
  }
}
