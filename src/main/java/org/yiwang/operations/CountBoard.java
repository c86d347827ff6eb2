package org.yiwang.operations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Breakdown;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Turnaround;
import org.yiwang.identity.Viewer;
import org.yiwang.operations.BoardCounts.Now;
import org.yiwang.operations.BoardCounts.Part;

/** Counts a whole board at one moment: all of its figures come from one view of the database. */
@Component
class CountBoard {
  private final Cases cases;
  private final CaseFigures figures;
  private final DistrictTime time;

  CountBoard(Cases cases, CaseFigures figures, DistrictTime time) {
    this.cases = cases;
    this.figures = figures;
    this.time = time;
  }

  /**
   * @param within what the board is about; all, or one street
   * @param by what its table is broken down by
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  BoardCounts count(CaseFilter within, Breakdown by, Viewer viewer) {
    LocalDate today = time.today();
    CaseFilter month = within.closedSince(today.minusDays(BoardCounts.DAYS - 1L));
    CaseFilter week = within.closedSince(today.minusDays(6));
    CaseFilter monthOpened = within.openedSince(today.minusDays(BoardCounts.DAYS - 1L));
    return new BoardCounts(
        time.instant(),
        today,
        now(within, today, viewer),
        figures.turnaround(month, viewer),
        figures.turnaround(week, viewer),
        parts(by, within, month, viewer),
        parts(Breakdown.GROUP, within, month, viewer),
        cases.countBy(Breakdown.OPENED_DAY, monthOpened, viewer),
        cases.countBy(Breakdown.CLOSED_DAY, month, viewer));
  }

  private Now now(CaseFilter within, LocalDate today, Viewer viewer) {
    return new Now(
        cases.count(within.pace(Pace.OPEN), viewer),
        cases.count(within.pace(Pace.DUE_TODAY), viewer),
        cases.count(within.pace(Pace.LATE), viewer),
        cases.count(within.pace(Pace.ESCALATED), viewer),
        cases.count(within.openedOn(today), viewer),
        cases.count(within.closedOn(today), viewer),
        cases.count(within.pace(Pace.CLOSED), viewer));
  }

  private Map<String, Part> parts(
      Breakdown by, CaseFilter within, CaseFilter month, Viewer viewer) {
    Map<String, Long> open = cases.countBy(by, within.pace(Pace.OPEN), viewer);
    Map<String, Long> late = cases.countBy(by, within.pace(Pace.LATE), viewer);
    Map<String, Turnaround> closed = figures.turnaroundBy(by, month, viewer);
    Set<String> all = new LinkedHashSet<>(open.keySet());
    all.addAll(closed.keySet());
    Map<String, Part> parts = new LinkedHashMap<>();
    for (String key : all) {
      parts.put(
          key,
          new Part(
              open.getOrDefault(key, 0L),
              late.getOrDefault(key, 0L),
              closed.getOrDefault(key, Turnaround.NONE)));
    }
    return parts;
  }
}
