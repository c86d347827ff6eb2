package org.yiwang.submission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction after the other count and then add (依次办理), where there is no row yet that
 * could be locked: what many windows do at once does not pass a limit together.
 */
@Component
class OneAtATime {
  private final JdbcClient sql;

  OneAtATime(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Waits for its turn and keeps it until the transaction under way ends.
   *
   * @param what is counted, and whose
   */
  void take(String what) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 320))")
        .param("submission " + what)
        .query((row, number) -> number)
        .list();
  }
}
