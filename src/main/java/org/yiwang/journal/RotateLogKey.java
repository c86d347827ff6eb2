package org.yiwang.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;

/**
 * Replaces the key that signs checkpoints (更换日志密钥). The former key stays published for ever and
 * signs along for a while; both facts become an entry of the journal itself.
 */
@Component
class RotateLogKey {
  private final LogKeys keys;
  private final Journal journal;
  private final JdbcClient sql;
  private final DistrictTime time;

  RotateLogKey(LogKeys keys, Journal journal, JdbcClient sql, DistrictTime time) {
    this.keys = keys;
    this.journal = journal;
    this.sql = sql;
    this.time = time;
  }

  /**
   * Makes the new key.
   *
   * @param overlap how long the former one signs along; zero when it may be known to others
   * @throws LogRefusedException if the log has not begun
   */
  @Transactional
  LogKeys.Rotated rotate(Duration overlap) {
    sql.sql(SealEntries.AFTER_LEADER).query((row, number) -> number).list();
    Instant now = time.realInstant();
    LogKeys.Rotated rotated = keys.rotate(now, now.plus(overlap));
    Map<String, Object> facts =
        Map.of(
            "former",
            rotated.former().words(),
            "now",
            rotated.now().words(),
            "signs-along-until",
            now.plus(overlap).toString());
    journal.append(new NewEntry(Actor.SYSTEM, "journal.key-rotated", "journal:keys", facts));
    return rotated;
  }
}
