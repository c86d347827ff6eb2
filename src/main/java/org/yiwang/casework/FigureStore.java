package org.yiwang.casework;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;

/** SQL of figures that are more than a count. */
@Repository
class FigureStore {
  private static final String TURNAROUND =
      """
      count(*) as closed,
      count(*) filter (where closed <= due) as on_time,
      count(*) filter (where closed > due) as late,
      avg(extract(epoch from closed - opened)) as mean,
      percentile_cont(0.5) within group (order by extract(epoch from closed - opened)) as median
      """;

  private final JdbcClient sql;
  private final CaseConditions conditions;
  private final DistrictTime time;

  FigureStore(JdbcClient sql, CaseConditions conditions, DistrictTime time) {
    this.sql = sql;
    this.conditions = conditions;
    this.time = time;
  }

  long countAll(String where) {
    return sql.sql("select count(*) from casework_case where " + where).query(Long.class).single();
  }

  boolean anyInvented() {
    return sql.sql("select exists (select 1 from casework_case where invented)")
        .query(Boolean.class)
        .single();
  }

  Turnaround turnaround(CaseFilter filter, Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    return sql.sql(
            "select %s from casework_case where closed is not null and %s"
                .formatted(TURNAROUND, where))
        .params(parameters)
        .query((row, index) -> turnaround(row))
        .single();
  }

  Map<String, Turnaround> turnaroundBy(Breakdown by, CaseFilter filter, Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    Map<String, Turnaround> all = new LinkedHashMap<>();
    sql.sql(
            "select %1$s as value, %2$s from casework_case where closed is not null and %3$s and %1$s is not null group by 1 order by 1"
                .formatted(conditions.expression(by), TURNAROUND, where))
        .params(parameters)
        .query((row, index) -> all.put(row.getString("value"), turnaround(row)))
        .list();
    return all;
  }

  private static Turnaround turnaround(ResultSet row) throws SQLException {
    return new Turnaround(
        row.getLong("closed"),
        row.getLong("on_time"),
        row.getLong("late"),
        seconds(row.getBigDecimal("mean")),
        seconds(row.getBigDecimal("median")));
  }

  private static @Nullable Duration seconds(@Nullable BigDecimal seconds) {
    return seconds == null ? null : Duration.ofSeconds(Math.round(seconds.doubleValue()));
  }

  List<CasePoint> points(CaseFilter filter, Viewer viewer, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    Instant now = time.instant();
    return sql.sql(
            """
            select number, lon, lat, waiting, step_due, category, title_zh, title_en, address, opened
              from casework_case where lon is not null and lat is not null and %s
             order by step_due nulls last, number limit %d
            """
                .formatted(where, most))
        .params(parameters)
        .query((row, index) -> point(row, now))
        .list();
  }

  private static CasePoint point(ResultSet row, Instant now) throws SQLException {
    var due = row.getTimestamp("step_due");
    return new CasePoint(
        row.getString("number"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getBoolean("waiting") && due != null && due.toInstant().isBefore(now),
        row.getString("category"),
        Text.of(row.getString("title_zh"), row.getString("title_en")),
        row.getString("address"),
        row.getTimestamp("opened").toInstant());
  }
}
