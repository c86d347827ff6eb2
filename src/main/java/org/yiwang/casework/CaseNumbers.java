package org.yiwang.casework;

import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.District;

/**
 * Hands out case numbers (编号): prefix, day of opening, running number. Running numbers come in
 * blocks from a database sequence, so that no case ever waits for another; a restart leaves a gap.
 */
@Component
class CaseNumbers {
  /** As the sequence's increment in the migration. */
  private static final int BLOCK = 50;

  private final JdbcClient sql;
  private final DistrictTime time;
  private final String prefix;
  private long next;
  private long end;

  CaseNumbers(JdbcClient sql, DistrictTime time, District district) {
    this.sql = sql;
    this.time = time;
    this.prefix = district.definition().numberPrefix();
  }

  String next() {
    String day = time.today().format(DateTimeFormatter.BASIC_ISO_DATE);
    return "%s-%s-%05d".formatted(prefix, day, running());
  }

  private synchronized long running() {
    if (next == end) {
      next = sql.sql("select nextval('casework_running')").query(Long.class).single();
      end = next + BLOCK;
    }
    return next++;
  }
}
