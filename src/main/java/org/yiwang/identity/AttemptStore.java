package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of failed sign-ins. */
@Repository
class AttemptStore {
  private final JdbcClient sql;

  AttemptStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Until when the first or the second key has to wait. A lock that ends later than any wait can
   * last was written by a clock that has been put back since, and holds nobody up.
   */
  Optional<Instant> findLockedUntil(String loginKey, String addressKey, Instant latest) {
    return sql.sql(
            """
            select max(locked_until) from identity_attempt
             where key in (?, ?) and locked_until <= ?
            """)
        .params(loginKey, addressKey, utc(latest))
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(at -> at.toInstant());
  }

  /** Adds one failure, beginning again at one if the last is long ago; answers with the count. */
  int countFailure(String key, Instant now, Instant forgotten) {
    return sql.sql(
            """
            insert into identity_attempt (key, failed, locked_until, last)
            values (:key, 1, :now, :now)
            on conflict (key) do update
               set failed = case when identity_attempt.last < :forgotten then 1
                                 else identity_attempt.failed + 1 end,
                   last = :now
            returning failed
            """)
        .param("key", key)
        .param("now", utc(now))
        .param("forgotten", utc(forgotten))
        .query(Integer.class)
        .single();
  }

  /**
   * How patient somebody has to be.
   *
   * @param free so many are not followed by a wait
   * @param forgotten what was last counted before then counts no more
   */
  record Patience(int free, Duration first, Duration longest, Instant forgotten) {}

  /**
   * Adds one in one statement, with the wait after it; false, and no change, while locked. A lock
   * from beyond the longest wait is the word of a clock that was wrong.
   */
  boolean countUnlessLocked(String key, Instant now, Patience patience) {
    return sql.sql(
                """
            insert into identity_attempt as known (key, failed, locked_until, last)
            values (:key, 1, :now, :now)
            on conflict (key) do update
               set failed = case when known.last < :forgotten then 1 else known.failed + 1 end,
                   locked_until = case
                     when known.last < :forgotten or known.failed + 1 < :free then :now
                     else :now + least(:longest, :first * power(2, least(known.failed + 1 - :free, 30)))
                               * interval '1 second' end,
                   last = :now
             where known.locked_until <= :now
                or known.locked_until > :now + :longest * interval '1 second'
            """)
            .param("key", key)
            .param("now", utc(now))
            .param("forgotten", utc(patience.forgotten()))
            .param("free", patience.free())
            .param("first", patience.first().toSeconds())
            .param("longest", patience.longest().toSeconds())
            .update()
        == 1;
  }

  void lock(String key, Instant until) {
    sql.sql("update identity_attempt set locked_until = ? where key = ?")
        .params(utc(until), key)
        .update();
  }

  void remove(String key) {
    sql.sql("delete from identity_attempt where key = ?").param(key).update();
  }

  void removeOlder(Instant than) {
    sql.sql("delete from identity_attempt where last < ?").param(utc(than)).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
