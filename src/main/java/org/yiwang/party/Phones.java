package org.yiwang.party;

import java.text.Normalizer;

/** Telephone numbers in one spelling, so that the same number is always found. */
final class Phones {
  private static final int MOBILE_DIGITS = 11;

  private Phones() {}

  /** Digits only, without the country code of China: "+86 138-0000 0000" to "13800000000". */
  static String normal(String typed) {
    String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9+]", "");
    String national = digits.replaceFirst("^(\\+|00)86", "").replace("+", "");
    return national.length() == MOBILE_DIGITS + 2 && national.startsWith("86")
        ? national.substring(2)
        : national;
  }
}
