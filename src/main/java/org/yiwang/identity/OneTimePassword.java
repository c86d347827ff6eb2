package org.yiwang.identity;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Passwords that are shown once and changed at the first sign-in (一次性密码). */
@Component
class OneTimePassword {
  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 20;
  private static final int GROUP = 5;
  private final SecureRandom random = new SecureRandom();

  /** 99 bits, in groups that can be typed. */
  String make() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
