package org.yiwang.submission;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The secret on the slip that somebody without an account takes home (办件码): 80 bits in four groups
 * of four, without signs that look alike.
 *
 * @param plain without gaps, in capitals
 */
record CaseCode(String plain) {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 16;
  private static final int BRIEF = 8;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  static CaseCode fresh() {
    return random(LENGTH);
  }

  /** Half as long, for what lasts a day and only officers can try. */
  static CaseCode brief() {
    return random(BRIEF);
  }

  private static CaseCode random(int length) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < length; i++) {
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return new CaseCode(code.toString());
  }

  /** As somebody types it: small letters, gaps and hyphens do not matter. */
  static CaseCode typed(String words) {
    String capitals = words.toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < capitals.length() && plain.length() <= LENGTH; i++) {
      if (Character.isLetterOrDigit(capitals.charAt(i))) {
        plain.append(capitals.charAt(i));
      }
    }
    return new CaseCode(plain.toString());
  }

  /** As it is printed. */
  String grouped() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      if (i > 0 && i % GROUP == 0) {
        words.append('-');
      }
      words.append(plain.charAt(i));
    }
    return words.toString();
  }

  /** Never the code itself: it would stand in logs. */
  @Override
  public String toString() {
    return "CaseCode";
  }
}
