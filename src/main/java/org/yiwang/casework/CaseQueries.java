package org.yiwang.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Viewer;

/** SQL that lists and counts cases within what a viewer may see. */
@Repository
class CaseQueries {
  /** Rows that a cursor brings at once. */
  private static final int FETCHED = 500;

  private final JdbcClient sql;
  private final CaseConditions conditions;

  CaseQueries(JdbcClient sql, CaseConditions conditions) {
    this.sql = sql;
    this.conditions = conditions;
  }

  CasePage list(CaseFilter filter, Sorting sorting, Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    List<Case> cases =
        sql.sql(
                "select * from casework_case where %s order by %s limit %d offset %d"
                    .formatted(
                        where,
                        sorting.order(),
                        sorting.size(),
                        (sorting.page() - 1) * sorting.size()))
            .params(parameters)
            .query(CaseRows::one)
            .list();
    boolean whole = sorting.page() == 1 && cases.size() < sorting.size();
    long total = whole ? cases.size() : count(where, parameters);
    return new CasePage(cases, total, sorting.page(), sorting.size());
  }

  /** All of them through a cursor; to be called in a transaction, which the cursor needs. */
  void each(CaseFilter filter, Sorting sorting, Viewer viewer, Consumer<Case> to) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    try (Stream<Case> cases =
        sql
            .sql(
                "select * from casework_case where %s order by %s"
                    .formatted(where, sorting.order()))
            .withFetchSize(FETCHED)
            .params(parameters)
            .query(CaseRows::one)
            .stream()) {
      cases.forEach(to);
    }
  }

  long count(CaseFilter filter, Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    return sql.sql(
            "select count(*) from casework_case where "
                + conditions.where(filter, viewer, parameters))
        .params(parameters)
        .query(Long.class)
        .single();
  }

  private long count(String where, Map<String, Object> parameters) {
    return sql.sql(
            "select count(*) from (select 1 from casework_case where %s limit %d) counted"
                .formatted(where, CasePage.MOST_COUNTED + 1))
        .params(parameters)
        .query(Long.class)
        .single();
  }

  /** Everything a desk shows in figures; one look at the cases that wait. */
  DeskCounts desk(Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String open = conditions.where(CaseFilter.all().pace(CaseFilter.Pace.OPEN), viewer, parameters);
    String mine = conditions.where(CaseFilter.all().mine(true), viewer, parameters);
    String late = conditions.where(CaseFilter.all().pace(CaseFilter.Pace.LATE), viewer, parameters);
    String due =
        conditions.where(CaseFilter.all().pace(CaseFilter.Pace.DUE_TODAY), viewer, parameters);
    Map<StepKey, Long> steps = new LinkedHashMap<>();
    countBy(Breakdown.STEP, CaseFilter.all().mine(true), viewer)
        .forEach((step, count) -> steps.put(StepKey.parse(step), count));
    return sql.sql(
            """
            select count(*) filter (where %1$s) as mine, count(*) as open,
                   count(*) filter (where %2$s) as due_today, count(*) filter (where %3$s) as late,
                   count(*) filter (where raised_to <> '{}') as escalated,
                   count(*) filter (where parent is null) as whole,
                   count(*) filter (where parent is null and %2$s) as whole_today,
                   count(*) filter (where parent is null and %3$s) as whole_late,
                   count(*) filter (where parent is null and raised_to <> '{}') as whole_escalated
              from casework_case where %4$s
            """
                .formatted(mine, due, late, open))
        .params(parameters)
        .query(
            (row, index) ->
                new DeskCounts(
                    row.getLong("mine"),
                    row.getLong("open"),
                    row.getLong("due_today"),
                    row.getLong("late"),
                    row.getLong("escalated"),
                    steps,
                    new DeskCounts.Whole(
                        row.getLong("whole"),
                        row.getLong("whole_today"),
                        row.getLong("whole_late"),
                        row.getLong("whole_escalated"))))
        .single();
  }

  /** The most urgent case that is the viewer's to do and that nobody else holds. */
  Optional<Case> findNext(Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    return sql.sql(
            "select * from casework_case where %s order by step_due nulls last, opened limit 1"
                .formatted(conditions.next(viewer, parameters)))
        .params(parameters)
        .query(CaseRows::one)
        .optional();
  }

  /** Counts by the values of one column, largest first. */
  Map<String, Long> countBy(Breakdown by, CaseFilter filter, Viewer viewer) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = conditions.where(filter, viewer, parameters);
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.sql(
            "select %1$s as value, count(*) as n from casework_case where %2$s and %1$s is not null group by 1 order by 2 desc, 1"
                .formatted(conditions.expression(by), where))
        .params(parameters)
        .query((row, index) -> counts.put(row.getString("value"), row.getLong("n")))
        .list();
    return counts;
  }

  List<CategoryFigures> figures(Instant since) {
    return sql.sql(
            """
            select category, category_group as "group",
                   count(*) filter (where opened >= :since) as opened,
                   count(*) filter (where closed >= :since) as closed,
                   count(*) filter (where closed >= :since and closed <= due) as on_time,
                   count(*) filter (where closed >= :since and closed > due) as late,
                   count(*) filter (where waiting) as open
              from casework_case
             where parent is null and (opened >= :since or closed >= :since or waiting)
             group by category, category_group order by opened desc, category
            """)
        .param("since", CaseStore.timestamp(since))
        .query(CategoryFigures.class)
        .list();
  }
}
