package org.yiwang.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Cases;
import org.yiwang.casework.CategoryFigures;

/** What the district shows everybody of its work in the last 30 days, counted once a minute. */
@Component
class PublicFigures {
  static final int DAYS = 30;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Cases cases;
  private final DistrictTime time;
  private volatile @Nullable Counted last;

  PublicFigures(Cases cases, DistrictTime time) {
    this.cases = cases;
    this.time = time;
  }

  /** Counts at a time, with their sums. */
  record Counted(
      Instant at, List<CategoryFigures> rows, long opened, long closed, long onTime, long open) {
    static Counted of(Instant at, List<CategoryFigures> rows) {
      return new Counted(
          at,
          rows,
          rows.stream().mapToLong(CategoryFigures::opened).sum(),
          rows.stream().mapToLong(CategoryFigures::closed).sum(),
          rows.stream().mapToLong(CategoryFigures::onTime).sum(),
          rows.stream().mapToLong(CategoryFigures::open).sum());
    }

    double onTimeShare() {
      return closed == 0 ? 0 : (double) onTime / closed;
    }
  }

  Counted now() {
    Instant now = time.instant();
    Counted known = last;
    boolean putBack = known != null && known.at().isAfter(now);
    if (known == null || putBack || known.at().plus(FRESH).isBefore(now)) {
      known = Counted.of(now, cases.figures(now.minus(Duration.ofDays(DAYS))));
      last = known;
    }
    return known;
  }
}
