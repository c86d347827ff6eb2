package org.yiwang.submission;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.MostUsed;

/** Counts what was applied for most (最常办), from the applications themselves. */
@Repository
class UsedOfLate implements MostUsed {
  private final JdbcClient sql;
  private final DistrictTime time;

  UsedOfLate(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  private record Counted(String target, long times) {}

  @Override
  public List<Use> list(int days, int most) {
    return sql
        .sql(
            """
            select target, count(*) times from submission_submission where submitted > ?
            group by target order by times desc, target limit ?
            """)
        .params(Timestamp.from(time.instant().minus(Duration.ofDays(days))), most)
        .query(Counted.class)
        .list() // a stream would keep its connection
        .stream()
        .map(UsedOfLate::use)
        .toList();
  }

  private static Use use(Counted counted) {
    Target target = Target.parse(counted.target());
    return new Use(target.kind() == Target.Kind.BUNDLE, target.id(), counted.times());
  }
}
