package org.yiwang.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Cases;
import org.yiwang.casework.CategoryFigures;

/**
 * What the district shows everybody of its work with reports in the last 30 days (诉求公开数据), counted
 * once a minute. Applications have figures of their own; a board counts all of them, by the same
 * definitions.
 */
@Component
class PublicFigures {
  /** Today among them. */
  private static final int DAYS = 30;

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Cases cases;
  private final DistrictTime time;
  private final Categories categories;
  private volatile @Nullable Counted last;

  PublicFigures(Cases cases, DistrictTime time, Categories categories) {
    this.categories = categories;
    this.cases = cases;
    this.time = time;
  }

  /** Counts at a time, with their sums. */
  record Counted(
      Instant at,
      List<CategoryFigures> rows,
      long opened,
      long closed,
      long onTime,
      long late,
      long open) {
    static Counted of(Instant at, List<CategoryFigures> rows) {
      return new Counted(
          at,
          rows,
          rows.stream().mapToLong(CategoryFigures::opened).sum(),
          rows.stream().mapToLong(CategoryFigures::closed).sum(),
          rows.stream().mapToLong(CategoryFigures::onTime).sum(),
          rows.stream().mapToLong(CategoryFigures::late).sum(),
          rows.stream().mapToLong(CategoryFigures::open).sum());
    }

    /** Share of those closed whose time ran; null where there is none. */
    @Nullable Double onTimeShare() {
      long limited = onTime + late;
      return limited == 0 ? null : (double) onTime / limited;
    }

    /** The same of one group (大类), or of nothing where nothing came of it. */
    Counted of(CategoryGroup group) {
      return of(at, rows.stream().filter(row -> row.group().equals(group.id())).toList());
    }
  }

  Counted now() {
    Instant now = time.instant();
    Counted known = last;
    boolean putBack = known != null && known.at().isAfter(now);
    if (known == null || putBack || known.at().plus(FRESH).isBefore(now)) {
      known = Counted.of(now, reports());
      last = known;
    }
    return known;
  }

  private List<CategoryFigures> reports() {
    Instant since = time.today().minusDays(DAYS - 1L).atStartOfDay(time.zone()).toInstant();
    Set<String> groups =
        categories.listGroups().stream().map(CategoryGroup::id).collect(Collectors.toSet());
    return cases.figures(since).stream().filter(row -> groups.contains(row.group())).toList();
  }
}
