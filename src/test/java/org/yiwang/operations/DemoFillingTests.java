package org.yiwang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Breakdown;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Sorting;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Entry;
import org.yiwang.pack.Text;

/** The demo's past is genuine: made by the engine, whole, and alive on first sight. */
class DemoFillingTests extends DemoDistrictTest {
  private static final Viewer ALL =
      new Viewer(
          "test",
          Text.same("test"),
          Set.of(),
          Set.of(Permission.SEE_CASES, Permission.SEE_BOARD),
          Reach.district());

  @Autowired Cases cases;
  @Autowired CaseFigures figures;
  @Autowired DistrictTime time;

  @Test
  void aboutFourHundredCasesInThirtyDaysAllMarkedInvented() {
    CaseFilter month = CaseFilter.all().openedSince(time.today().minusDays(30));
    assertThat(cases.count(month, ALL)).isBetween(340L, 500L);
    assertThat(figures.countInvented()).isEqualTo(figures.countAll()).isGreaterThan(380);
  }

  @Test
  void aSecondFillingMakesNothing() {
    assertThat(fillDemo.fill(400)).isZero();
  }

  @Test
  void everyStepThatPeopleCanReachHasCases() {
    Map<String, Long> steps = cases.countBy(Breakdown.STEP, CaseFilter.all(), ALL);
    Set<String> wanted = new LinkedHashSet<>();
    for (String lifecycle : List.of("six-step", "fast")) {
      figures
          .edges("city-operations", lifecycle)
          .forEach(
              edge -> {
                wanted.add("city-operations/" + lifecycle + "/" + edge.from());
                wanted.add("city-operations/" + lifecycle + "/" + edge.to());
              });
    }
    assertThat(steps.keySet()).containsAll(wanted);
  }

  @Test
  void boardsAreAlive() {
    assertThat(cases.count(CaseFilter.all().pace(Pace.OPEN), ALL)).isBetween(25L, 140L);
    assertThat(cases.count(CaseFilter.all().pace(Pace.LATE), ALL)).isBetween(3L, 25L);
    assertThat(cases.count(CaseFilter.all().pace(Pace.ESCALATED), ALL)).isBetween(1L, 20L);
    CaseFilter month = CaseFilter.all().closedSince(time.today().minusDays(30));
    assertThat(figures.turnaround(month, ALL).onTimeShare()).isBetween(0.88, 0.97);
    assertThat(cases.countBy(Breakdown.AREA, CaseFilter.all(), ALL)).hasSize(12);
    assertThat(cases.countBy(Breakdown.RATING, CaseFilter.all(), ALL).keySet())
        .contains("1", "2", "3", "4", "5");
  }

  @Test
  void everyJournalTellsTheWholeWayOfItsCase() {
    int page = 1;
    List<Case> some;
    do {
      some =
          cases
              .list(CaseFilter.all(), new Sorting(Sorting.By.NUMBER, false, page++, 500), ALL)
              .cases();
      some.forEach(this::replays);
    } while (!some.isEmpty());
  }

  private void replays(Case of) {
    List<Entry> history = cases.history(of);
    assertThat(history).isSortedAccordingTo(Comparator.comparing(Entry::at));
    String step = "";
    for (Entry entry : history) {
      if (entry.kind().equals("case.moved")) {
        assertThat(entry.fact("from")).as(of.number()).isEqualTo(step);
      }
      step = entry.fact("to") == null ? step : entry.fact("to");
    }
    assertThat(step).as(of.number()).isEqualTo(of.position().step());
    assertThat(history.getLast().at()).isBeforeOrEqualTo(time.instant());
  }
}
