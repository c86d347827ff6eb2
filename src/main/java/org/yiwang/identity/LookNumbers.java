package org.yiwang.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Journal;

/**
 * Numbers the looks that concern somebody (查阅编号): 1, 2, 3 and so on, inside the entry that is
 * sealed, so that one left out or removed leaves a gap that the person sees themselves. A look that
 * is undone gives its number back, since both are one transaction.
 */
@Component
class LookNumbers {
  private final JdbcClient sql;
  private final Journal journal;

  LookNumbers(JdbcClient sql, Journal journal) {
    this.sql = sql;
    this.journal = journal;
  }

  /** The number of a look that is being written; the next one at the same file waits for it. */
  @Transactional(propagation = Propagation.MANDATORY)
  long next(String concerns) {
    return sql.sql(
            """
            insert into identity_look_count (concerns, looks) values (?, 1)
            on conflict (concerns) do update set looks = identity_look_count.looks + 1
            returning looks
            """)
        .param(concerns)
        .query(Long.class)
        .single();
  }

  /** Whether all numbers given out so far are in the journal. */
  AccessLog.Numbered check(Collection<String> concerned) {
    Map<String, Long> given = given(concerned);
    List<Long> missing = new ArrayList<>();
    given.forEach((one, upTo) -> missing.addAll(journal.listMissingLooks(one, upTo)));
    return new AccessLog.Numbered(given, missing);
  }

  private Map<String, Long> given(Collection<String> concerned) {
    Map<String, Long> given = new HashMap<>();
    sql.sql("select concerns, looks from identity_look_count where concerns = any(?)")
        .param(concerned.toArray(String[]::new))
        .query(
            row -> {
              given.put(row.getString("concerns"), row.getLong("looks"));
            });
    return given;
  }
}
