package org.yiwang.operations;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Cases;
import org.yiwang.casework.DeskCounts;
import org.yiwang.identity.Viewer;

/**
 * The counts that change while a page is open, by the address of the list that each one counts: a
 * page shows them wherever an element names that address in {@code data-live}.
 */
@Component
class LiveCounts {
  private final Cases cases;
  private final DistrictTime time;

  LiveCounts(Cases cases, DistrictTime time) {
    this.cases = cases;
    this.time = time;
  }

  Map<String, String> count(Viewer viewer) {
    CaseFilter all = CaseFilter.all();
    DeskCounts desk = cases.desk(viewer);
    Map<String, String> counts = new LinkedHashMap<>();
    put(counts, all.mine(true), desk.mine());
    put(counts, all.pace(Pace.OPEN), desk.open());
    put(counts, all.pace(Pace.DUE_TODAY), desk.dueToday());
    put(counts, all.pace(Pace.LATE), desk.late());
    put(counts, all.pace(Pace.ESCALATED), desk.escalated());
    CaseFilter whole = all.whole();
    put(counts, whole.pace(Pace.OPEN), desk.whole().open());
    put(counts, whole.pace(Pace.DUE_TODAY), desk.whole().dueToday());
    put(counts, whole.pace(Pace.LATE), desk.whole().late());
    put(counts, whole.pace(Pace.ESCALATED), desk.whole().escalated());
    put(counts, whole.openedOn(time.today()), cases.count(whole.openedOn(time.today()), viewer));
    put(counts, whole.closedOn(time.today()), cases.count(whole.closedOn(time.today()), viewer));
    desk.mineBySteps().forEach((step, count) -> put(counts, all.mine(true).at(step), count));
    return counts;
  }

  /** Viewers with equal keys are told the same counts. */
  Object alike(Viewer viewer) {
    return cases.countsAlike(viewer);
  }

  private static void put(Map<String, String> counts, CaseFilter of, long count) {
    counts.put(of.href(), String.format(Locale.ROOT, "%,d", count));
  }
}
