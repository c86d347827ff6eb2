package org.yiwang.party;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yiwang.pack.District;

/** Telephone numbers in one spelling, so that the same number is always found. */
@Component
final class Phones {
  /** Shorter ones are taken as they are: they may begin like the country's code by chance. */
  private static final int NATIONAL_DIGITS = 10;

  private static final Pattern OTHER = Pattern.compile("[^0-9+]");

  private final String code;

  @Autowired
  Phones(District district) {
    this(district.definition().countryCode());
  }

  Phones(@Nullable String countryCode) {
    this.code = countryCode == null ? "" : countryCode;
  }

  /** Digits only, without the own country's code: "+86 138-0000 0000" to "13800000000". */
  String normal(String typed) {
    String digits = OTHER.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
    for (String abroad : new String[] {"+" + code, "00" + code}) {
      if (!code.isEmpty() && digits.startsWith(abroad)) {
        return digits.substring(abroad.length()).replace("+", "");
      }
    }
    String plain = digits.replace("+", "");
    boolean coded = !code.isEmpty() && plain.startsWith(code);
    return coded && plain.length() - code.length() >= NATIONAL_DIGITS
        ? plain.substring(code.length())
        : plain;
  }
}
