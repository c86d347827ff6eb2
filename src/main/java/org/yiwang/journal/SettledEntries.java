package org.yiwang.journal;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Up to which id entries are settled (已定序号): no transaction can still bring one with a smaller id.
 *
 * <p>Ids are given out when an entry is written, and become visible when its transaction ends, in
 * another order. Whoever has an id holds a lock on the table, taken before the id and given back
 * after the commit. So: note the last id given out, then who holds the lock; when all of those have
 * let go, everything up to that id is settled. Nobody waits for this, and unlike transaction ids,
 * which a writer has only after its entry's id, it leaves no gap.
 */
@Component
class SettledEntries {
  private final JdbcClient sql;
  private @Nullable Mark waiting;
  private long through;

  SettledEntries(JdbcClient sql) {
    this.sql = sql;
  }

  private record Mark(long id, Set<String> writers) {}

  /**
   * The highest settled id; entries read after this call hold all of those up to it.
   *
   * @param known settled as was known before
   */
  synchronized long through(long known) {
    through = Math.max(through, known);
    long last = lastGiven();
    Set<String> writing = writers();
    if (writing.isEmpty()) {
      through = Math.max(through, last);
      waiting = null;
    } else if (waiting == null) {
      waiting = new Mark(last, writing);
    } else {
      stillWaiting(waiting, new Mark(last, writing));
    }
    return through;
  }

  private void stillWaiting(Mark before, Mark now) {
    before.writers().retainAll(now.writers());
    if (before.writers().isEmpty()) {
      through = Math.max(through, before.id());
      waiting = now;
    }
  }

  private long lastGiven() {
    return sql.sql(
            "select case when is_called then last_value else 0 end from journal_entry_id_seq")
        .query(Long.class)
        .single();
  }

  private Set<String> writers() {
    return new HashSet<>(
        sql.sql(
                """
                select virtualtransaction from pg_locks
                 where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
                   and relation = 'journal_entry'::regclass
                   and database = (select oid from pg_database where datname = current_database())
                """)
            .query(String.class)
            .list());
  }
}
