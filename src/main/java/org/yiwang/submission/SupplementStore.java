package org.yiwang.submission;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;

/** What officers ask to be supplied (补正事项), item by item. */
@Repository
class SupplementStore {
  private final JdbcClient sql;
  private final DistrictTime time;

  SupplementStore(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  /**
   * One thing asked for.
   *
   * @param askedFor {@code field:ID} or {@code evidence:ID}
   * @param reason why, in the officer's words
   */
  record Wanting(String askedFor, String reason) {}

  void insert(String number, List<Wanting> items) {
    for (Wanting item : items) {
      sql.sql(
              """
              insert into submission_supplement (number, asked_for, reason, at)
              values (?, ?, ?, ?)
              """)
          .params(number, item.askedFor(), item.reason(), Timestamp.from(time.instant()))
          .update();
    }
  }

  /** What is still to be supplied. */
  List<Wanting> listOpen(String number) {
    return sql.sql(
            """
            select asked_for, reason from submission_supplement
            where number = ? and answered is null order by at, asked_for
            """)
        .param(number)
        .query(Wanting.class)
        .list();
  }

  void answered(String number) {
    sql.sql(
            """
            update submission_supplement set answered = ? where number = ? and answered is null
            """)
        .params(Timestamp.from(time.instant()), number)
        .update();
  }
}
