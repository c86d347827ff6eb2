package org.yiwang.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that writes single cases and reads them back. */
@Repository
class CaseStore {
  private static final String INSERT =
      """
      insert into casework_case (number, application, lifecycle, lifecycle_version, step, waiting,
        step_since, step_due, time_limit, due, next_timer, category, category_group, title_zh,
        title_en, description, address, lon, lat, area, grid, proposed_unit, unit,
        channel, reporter, reporter_account, opened, closed, invented, external_key, parent,
        opinion, parent_version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?)
      on conflict (external_key) where external_key is not null do nothing
      """;

  private static final String OPEN =
      """
      with fresh as (%s returning *),
        found_by as (insert into casework_word (number, words) select number, ?::text[] from fresh)
      select * from fresh
      """
          .formatted(INSERT);

  /** Everything an action can change; the version makes sure nobody else changed it meanwhile. */
  private static final String MOVE =
      """
      update casework_case set version = version + 1, step = ?, waiting = ?, step_since = ?,
        step_due = ?, due = ?, next_timer = ?, escalation = ?, raised_to = ?, unit = ?, holder = ?,
        rating = ?, closed = ?
      where number = ? and version = ?
      """;

  private final JdbcClient sql;
  private final JdbcTemplate template;

  CaseStore(JdbcClient sql, JdbcTemplate template) {
    this.sql = sql;
    this.template = template;
  }

  /** The case as written, or empty if one with the same external key is there already. */
  Optional<Case> insert(
      String number, NewCase command, Standing standing, Case.@Nullable Parent parent) {
    List<@Nullable Object> columns =
        new ArrayList<>(
            Arrays.asList(
                NewCaseColumns.of(number, command, standing, standing.stepSince(), parent)));
    columns.add(NewCaseColumns.words(command));
    return template.query(OPEN, CaseRows::one, columns.toArray()).stream().findFirst();
  }

  /**
   * Writes many new cases in one round trip and answers with the numbers that were written: the
   * driver joins the rows of a batch into one statement and cannot say which of them were new.
   */
  Set<String> insertAll(List<@Nullable Object[]> cases) {
    template.batchUpdate(INSERT, cases);
    return new HashSet<>(
        sql.sql("select number from casework_case where number = any(?)")
            .param(cases.stream().map(columns -> (String) columns[0]).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Makes many new cases found by their words; number and words of each. */
  void insertWords(List<Object[]> words) {
    template.batchUpdate("insert into casework_word (number, words) values (?, ?)", words);
  }

  Optional<Case> find(String number) {
    return sql.sql("select * from casework_case where number = ?")
        .param(number)
        .query(CaseRows::one)
        .optional();
  }

  /** Open cases of a category inside a box of degrees, oldest first. */
  List<Case> listInside(String category, List<Double> box) {
    return sql.sql(
            """
            select * from casework_case
             where category = ? and closed is null and parent is null
               and lon between ? and ? and lat between ? and ?
             order by opened limit 50
            """)
        .params(category, box.get(0), box.get(1), box.get(2), box.get(3))
        .query(CaseRows::one)
        .list();
  }

  /** Those of the given outside keys that have a case already. */
  Set<String> listExternalKeys(List<@Nullable String> keys) {
    return new HashSet<>(
        sql.sql("select external_key from casework_case where external_key = any(?)")
            .param(keys.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  List<Case> listReportedBy(String account) {
    return sql.sql(
            "select * from casework_case where reporter_account = ? order by opened desc limit 100")
        .param(account)
        .query(CaseRows::one)
        .list();
  }

  List<Case> listOf(UUID party) {
    return sql.sql("select * from casework_case where reporter = ? order by opened desc limit 100")
        .param(party)
        .query(CaseRows::one)
        .list();
  }

  Optional<Case> findByExternalKey(String key) {
    return sql.sql("select * from casework_case where external_key = ?")
        .param(key)
        .query(CaseRows::one)
        .optional();
  }

  /** False when the case is no longer at this version. */
  boolean move(Case before, Standing after) {
    int rows =
        template.update(
            MOVE,
            after.step(),
            after.waiting(),
            timestamp(after.stepSince()),
            timestamp(after.stepDue()),
            timestamp(after.due()),
            timestamp(after.nextTimer()),
            after.escalation(),
            after.raisedTo().toArray(String[]::new),
            after.unit(),
            after.holder(),
            after.rating(),
            timestamp(after.closed()),
            before.number(),
            before.version());
    return rows == 1;
  }

  /** Cases that belong to this one, in the order in which they were asked. */
  List<Case> listChildren(String parent) {
    return sql.sql("select * from casework_case where parent = ? order by parent_version, number")
        .param(parent)
        .query(CaseRows::one)
        .list();
  }

  /** Waits until nobody else changes this case; whoever changes a child does this first. */
  void lock(String number) {
    sql.sql("select 1 from casework_case where number = ? for update")
        .param(number)
        .query(Integer.class)
        .list();
  }

  /**
   * Whole cases whose clock has something to do, locked; those that another instance holds are
   * left. Children come by {@link #lockDueChildren}.
   */
  List<Case> lockDue(Instant now, int most) {
    return sql.sql(
            """
            select * from casework_case where next_timer <= ? and parent is null
             order by next_timer limit ? for update skip locked
            """)
        .params(Timestamp.from(now), most)
        .query(CaseRows::one)
        .list();
  }

  /**
   * The same for children, always after their parents: nobody holds a child and waits for its
   * parent, so that two who move both never wait for each other.
   */
  List<Case> lockDueChildren(Instant now, int most) {
    List<String> parents =
        sql.sql(
                """
                select number from casework_case where number in (
                  select parent from casework_case
                   where next_timer <= ? and parent is not null order by next_timer limit ?)
                 order by number for update skip locked
                """)
            .params(Timestamp.from(now), most)
            .query(String.class)
            .list();
    return parents.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select * from casework_case where next_timer <= ? and parent = any(?)
                 order by next_timer limit ? for update
                """)
            .params(Timestamp.from(now), parents.toArray(String[]::new), most)
            .query(CaseRows::one)
            .list();
  }

  /** Leaves a case's clock alone until then; not a change of the case. */
  void postpone(Case of, Instant until) {
    sql.sql("update casework_case set next_timer = ? where number = ?")
        .params(Timestamp.from(until), of.number())
        .update();
  }

  /** When the clock next has something to do with any case. */
  Optional<Instant> findNextTimer() {
    return sql.sql(
            "select next_timer from casework_case where next_timer is not null order by 1 limit 1")
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
