package org.yiwang.identity;

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

  Optional<Instant> findLockedUntil(String loginKey, String addressKey) {
    return sql.sql("select max(locked_until) from identity_attempt where key in (?, ?)")
        .params(loginKey, addressKey)
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
