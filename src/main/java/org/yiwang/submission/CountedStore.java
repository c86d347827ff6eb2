package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.page.Paging;

/** SQL of the lists that figures were counted from, by the same conditions as the figures. */
@Repository
class CountedStore {
  private static final String CASES =
      """
      from submission_part where number is not null and matter in (:matters)
        and (:of not in ('GRANTED', 'IN_TIME') or granted is not null)
        and (:of <> 'IN_TIME' or due is null or granted <= due)
      """;
  private static final String SENT = "from submission_submission where target in (:targets)";

  private final JdbcClient sql;

  CountedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** One case that was counted. */
  record Handled(
      String number,
      String matter,
      Instant opened,
      @Nullable Instant due,
      @Nullable Instant granted) {
    boolean inTime() {
      return granted != null && (due == null || !granted.isAfter(due));
    }
  }

  /** One application that was counted, with the numbers of its cases. */
  record Saved(
      UUID id,
      String target,
      Instant submitted,
      int asked,
      int prefilled,
      int papers,
      int fetched,
      List<String> numbers) {}

  long countCases(Counted.Of of, Collection<String> matters) {
    return matters.isEmpty()
        ? 0
        : sql.sql("select count(*) " + CASES)
            .param("matters", matters)
            .param("of", of.name())
            .query(Long.class)
            .single();
  }

  List<Handled> listCases(Counted.Of of, Collection<String> matters, Paging paging) {
    return matters.isEmpty()
        ? List.of()
        : sql.sql(
                "select number, matter, opened, due, granted "
                    + CASES
                    + " order by opened desc, number limit :size offset :skip")
            .param("matters", matters)
            .param("of", of.name())
            .param("size", paging.size())
            .param("skip", skip(paging))
            .query(CountedStore::handled)
            .list();
  }

  long countSent(Collection<String> targets) {
    return targets.isEmpty()
        ? 0
        : sql.sql("select count(*) " + SENT).param("targets", targets).query(Long.class).single();
  }

  List<Saved> listSent(Collection<String> targets, Paging paging) {
    return targets.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select id, target, submitted, asked, prefilled, papers, fetched,
                  array(select number from submission_part p
                    where p.submission = submission_submission.id and number is not null
                    order by number) numbers
                """
                    + SENT
                    + " order by submitted desc, id limit :size offset :skip")
            .param("targets", targets)
            .param("size", paging.size())
            .param("skip", skip(paging))
            .query(CountedStore::saved)
            .list();
  }

  private static long skip(Paging paging) {
    return (long) (paging.number() - 1) * paging.size();
  }

  private static Handled handled(ResultSet row, int at) throws SQLException {
    return new Handled(
        row.getString("number"),
        row.getString("matter"),
        row.getTimestamp("opened").toInstant(),
        instant(row, "due"),
        instant(row, "granted"));
  }

  private static Saved saved(ResultSet row, int at) throws SQLException {
    return new Saved(
        row.getObject("id", UUID.class),
        row.getString("target"),
        row.getTimestamp("submitted").toInstant(),
        row.getInt("asked"),
        row.getInt("prefilled"),
        row.getInt("papers"),
        row.getInt("fetched"),
        List.of((String[]) row.getArray("numbers").getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
