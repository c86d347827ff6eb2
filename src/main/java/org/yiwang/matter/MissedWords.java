package org.yiwang.matter;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** Five digits or more, of whatever width, also in groups: 138 0000 0000, 138-0000-0000. */
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}(?:[\\h.\\p{Pd}\\p{Cf}\\u2212\\u00b7_/()（）]{0,3}\\p{Nd}){4,}");

  private final JdbcClient sql;
  private final DistrictTime time;

  MissedWords(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  /** How many days are looked back. */
  static final int DAYS = 30;

  /**
   * Words that nobody has seen to.
   *
   * @param times how often they found nothing in the last {@link #DAYS} days
   * @param last the last of these days
   */
  record Missed(String words, long times, LocalDate last) {}

  void note(String words, Language language) {
    String plain = withoutNumbers(words.toLowerCase(Locale.ROOT));
    sql.sql(
            """
            insert into matter_missed (words, language, day, times) values (?, ?, ?, 1)
            on conflict (words, language, day) do update set times = matter_missed.times + 1
            """)
        .params(beginning(plain), language.name(), Date.valueOf(time.today()))
        .update();
  }

  static String withoutNumbers(String words) {
    return NUMBER.matcher(words).replaceAll("#");
  }

  /** Never half a character of those that take two places. */
  private static String beginning(String words) {
    int end = Math.min(LONGEST, words.length());
    boolean half = end < words.length() && Character.isHighSurrogate(words.charAt(end - 1));
    return words.substring(0, half ? end - 1 : end);
  }

  /** What most people missed and nobody has seen to, most often first. */
  List<Missed> listMost(int most) {
    return sql.sql(
            """
            select words, sum(times - seen) as times, max(day) as last from matter_missed
            where day > ? and times > seen
              and words not in (select words from matter_missed_apart)
            group by words order by times desc, last desc, words limit ?
            """)
        .params(since(), most)
        .query(Missed.class)
        .list();
  }

  /** The words if nobody has seen to them yet; nobody else can until the transaction ends. */
  Optional<Missed> findUnseen(String words) {
    sql.sql("select 1 from matter_missed where words = ? order by language, day for update")
        .param(words)
        .query(Integer.class)
        .list();
    return sql.sql(
            """
            select words, sum(times - seen) as times, max(day) as last from matter_missed
            where words = ? and day > ? and times > seen
              and words not in (select words from matter_missed_apart)
            group by words
            """)
        .params(words, since())
        .query(Missed.class)
        .optional();
  }

  /** Takes the words off the list until somebody misses them again. */
  void saw(String words) {
    sql.sql("update matter_missed set seen = times where words = ?").param(words).update();
  }

  /** Takes the words off the list for good. */
  void setApart(String words) {
    sql.sql("insert into matter_missed_apart (words, at) values (?, ?) on conflict do nothing")
        .params(words, Timestamp.from(time.instant()))
        .update();
  }

  private Date since() {
    return Date.valueOf(time.today().minusDays(DAYS));
  }
}
