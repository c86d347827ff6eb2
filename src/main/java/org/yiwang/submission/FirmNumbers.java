package org.yiwang.submission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out unified social credit codes (统一社会信用代码, GB 32100-2015): eight characters for who
 * registers what and where, nine of the body (GB 11714, its last a check character), one check
 * character over all. Two are never the same.
 */
@Component
class FirmNumbers {
  /** Characters of the code; I, O, S, V and Z are left out as too like digits. */
  private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String BODY_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private final JdbcClient sql;

  FirmNumbers(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param prefix eight characters: kind of registering office, kind of body, six of the area
   */
  String next(String prefix) {
    long running = sql.sql("select nextval('submission_firm_number')").query(Long.class).single();
    return of(prefix, running);
  }

  static String of(String prefix, long running) {
    StringBuilder body = new StringBuilder();
    for (long rest = running; body.length() < 6; rest /= LETTERS.length()) {
      body.insert(0, LETTERS.charAt((int) (rest % LETTERS.length())));
    }
    String eight = "MA" + body;
    String seventeen = prefix + eight + bodyCheck(eight);
    return seventeen + check(seventeen);
  }

  private static char bodyCheck(String eight) {
    int sum = 0;
    for (int i = 0; i < BODY_WEIGHTS.length; i++) {
      sum += BODY_LETTERS.indexOf(eight.charAt(i)) * BODY_WEIGHTS[i];
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  private static char check(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += LETTERS.indexOf(seventeen.charAt(i)) * WEIGHTS[i];
    }
    return LETTERS.charAt((31 - sum % 31) % 31);
  }
}
