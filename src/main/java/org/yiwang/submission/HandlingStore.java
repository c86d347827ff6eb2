package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;

/** SQL of how matters were handled and rated, and what of that is counted. */
@Repository
class HandlingStore {
  private final JdbcClient sql;

  HandlingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Keeps what a move of a case says about its handling: unit, deadline, call-back, and the rating
   * of its newest outcome, which is the one that counts.
   */
  void keep(CaseMoved moved) {
    Case now = moved.now();
    Instant stepDue = now.clocks().stepDue();
    Instant due = now.clocks().due();
    sql.sql(
            """
            update submission_part set unit = :unit, due = :due,
              rating = coalesce(:rating, rating),
              call_back_due = case when :callBack then cast(:stepDue as timestamptz)
                else call_back_due end,
              called_back = case when :callBack then null
                when call_back_due is not null and called_back is null
                and :from <> :step then :at else called_back end
            where number = :number
            """)
        .param("unit", now.unit())
        .param("due", due == null ? null : Timestamp.from(due))
        .param("rating", now.rating())
        .param("callBack", startsCallBack(moved))
        .param("stepDue", stepDue == null ? null : Timestamp.from(stepDue))
        .param("from", moved.from())
        .param("step", now.position().step())
        .param("at", Timestamp.from(now.clocks().stepSince()))
        .param("number", now.number())
        .update();
  }

  /**
   * A closed case that was rated comes to a step that waits for an officer: somebody has to call.
   */
  private static boolean startsCallBack(CaseMoved moved) {
    Case now = moved.now();
    return now.rating() != null
        && now.clocks().closed() != null
        && now.position().waiting()
        && !moved.from().equals(now.position().step());
  }

  /**
   * What was sent with one form, a matter's or a bundle's.
   *
   * @param asked questions that had to be answered
   * @param prefilled of these, filled in and left so
   * @param papers that were needed
   * @param fetched of these, fetched as credentials
   * @param since when the first was sent
   */
  record FormFigures(
      Target target,
      long sent,
      long asked,
      long prefilled,
      long papers,
      long fetched,
      Instant since) {}

  List<FormFigures> listForms() {
    return sql.sql(
            """
            select target, count(*) sent, sum(asked) asked, sum(prefilled) prefilled,
              sum(papers) papers, sum(fetched) fetched, min(submitted) since
            from submission_submission group by target order by sent desc, target
            """)
        .query(HandlingStore::form)
        .list();
  }

  private static FormFigures form(ResultSet row, int number) throws SQLException {
    return new FormFigures(
        Target.parse(row.getString("target")),
        row.getLong("sent"),
        row.getLong("asked"),
        row.getLong("prefilled"),
        row.getLong("papers"),
        row.getLong("fetched"),
        row.getTimestamp("since").toInstant());
  }

  /**
   * How the cases of one matter were handled.
   *
   * @param granted of those opened
   * @param inTime of those granted, before they were due
   * @param took half of those granted took no longer; null where none was
   */
  record MatterFigures(
      String matter, long opened, long granted, long inTime, @Nullable Duration took) {}

  List<MatterFigures> listMatters() {
    return sql.sql(
            """
            select matter, count(*) opened, count(granted) granted,
              count(*) filter (where granted is not null and (due is null or granted <= due))
                in_time,
              percentile_cont(0.5) within group (order by extract(epoch from granted - opened))
                filter (where granted is not null) took
            from submission_part where number is not null group by matter order by matter
            """)
        .query(HandlingStore::matter)
        .list();
  }

  private static MatterFigures matter(ResultSet row, int number) throws SQLException {
    double took = row.getDouble("took");
    boolean none = row.wasNull();
    return new MatterFigures(
        row.getString("matter"),
        row.getLong("opened"),
        row.getLong("granted"),
        row.getLong("in_time"),
        none ? null : Duration.ofSeconds(Math.round(took)));
  }

  /**
   * Questions of one matter's own form in all applications for it, by itself or in a bundle.
   *
   * @param sent how often it was asked for, also where its case has not begun
   * @param prefilled of the questions, filled in and left so
   * @param avoided of the questions, not asked at all
   */
  record SparedSum(String matter, long sent, long questions, long prefilled, long avoided) {}

  List<SparedSum> listSpared() {
    return sql.sql(
            """
            select matter, count(*) sent, sum(questions) questions, sum(prefilled) prefilled,
              sum(avoided) avoided
            from submission_part where questions is not null group by matter order by matter
            """)
        .query(SparedSum.class)
        .list();
  }

  /**
   * Ratings of one matter in one unit.
   *
   * @param levels how often each was given, very good first
   * @param toCall bad ones whose call-back was due or done
   * @param calledInTime of these, called back in time
   */
  record Ratings(
      String matter, @Nullable String unit, List<Long> levels, long toCall, long calledInTime) {
    long all() {
      return levels.stream().mapToLong(Long::longValue).sum();
    }

    /** The two lowest of the five. */
    long bad() {
      return levels.get(3) + levels.get(4);
    }
  }

  List<Ratings> listRatings(Instant now) {
    return sql.sql(
            """
            select matter, unit, count(*) filter (where rating = 5) r5,
              count(*) filter (where rating = 4) r4, count(*) filter (where rating = 3) r3,
              count(*) filter (where rating = 2) r2, count(*) filter (where rating = 1) r1,
              count(*) filter (where called_back is not null or call_back_due < :now) to_call,
              count(*) filter (where called_back <= call_back_due) called
            from submission_part where rating is not null group by matter, unit
            order by matter, unit
            """)
        .param("now", Timestamp.from(now))
        .query(HandlingStore::ratings)
        .list();
  }

  private static Ratings ratings(ResultSet row, int number) throws SQLException {
    return new Ratings(
        row.getString("matter"),
        row.getString("unit"),
        List.of(
            row.getLong("r5"),
            row.getLong("r4"),
            row.getLong("r3"),
            row.getLong("r2"),
            row.getLong("r1")),
        row.getLong("to_call"),
        row.getLong("called"));
  }
}
