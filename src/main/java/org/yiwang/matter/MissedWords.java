package org.yiwang.matter;

import java.sql.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Language;

/**
 * Words that people searched for and found nothing (未命中), day by day, for the units to learn from.
 * Long digits are not kept: they may be somebody's number.
 */
@Repository
class MissedWords {
  private static final int LONGEST = 60;

  private final JdbcClient sql;
  private final DistrictTime time;

  MissedWords(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  /** Words, and how often in the last 30 days. */
  record Missed(String words, long times) {}

  void note(String words, Language language) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("\\d{5,}", "#");
    sql.sql(
            """
            insert into matter_missed (words, language, day, times) values (?, ?, ?, 1)
            on conflict (words, language, day) do update set times = matter_missed.times + 1
            """)
        .params(
            plain.substring(0, Math.min(LONGEST, plain.length())),
            language.name(),
            Date.valueOf(time.today()))
        .update();
  }

  List<Missed> listMost(int most) {
    return sql.sql(
            """
            select words, sum(times) as times from matter_missed where day > ?
            group by words order by times desc, words limit ?
            """)
        .params(Date.valueOf(time.today().minusDays(30)), most)
        .query(Missed.class)
        .list();
  }
}
