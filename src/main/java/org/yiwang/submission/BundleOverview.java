package org.yiwang.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.PublicLine;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;

/**
 * A bundle as one thing (一件事总览): one clock and one timeline over all its matters, and what came out
 * of them together once nothing is open any more.
 *
 * @param timeline lines of all matters, the newest first, each named by its matter
 * @param outcomes of all matters; none while one is open
 */
record BundleOverview(
    BundleClock clock, List<TimelineEntry> timeline, List<JointOutcome> outcomes) {

  /** How many were granted. */
  long granted() {
    return outcomes.stream().filter(JointOutcome::granted).count();
  }

  /** Makes it from the lines of an application. */
  @Component
  static class Maker {
    private final BundleClock.Maker clocks;
    private final JointOutcome.Maker outcomes;
    private final ActingWords acting;

    Maker(BundleClock.Maker clocks, JointOutcome.Maker outcomes, ActingWords acting) {
      this.clocks = clocks;
      this.outcomes = outcomes;
      this.acting = acting;
    }

    /** Nothing where only one matter was applied for. */
    Optional<BundleOverview> make(Page page, ApplicationView view) {
      if (view.lines().size() < 2) {
        return Optional.empty();
      }
      BundleClock clock = clocks.make(page, view.lines());
      return Optional.of(
          new BundleOverview(
              clock,
              timeline(page, view, clock),
              view.closed() ? outcomes.list(page, view.lines()) : List.of()));
    }

    /** What one matter told. */
    private record Told(String matter, PublicLine line) {
      Instant at() {
        return line.at();
      }
    }

    private List<TimelineEntry> timeline(Page page, ApplicationView view, BundleClock clock) {
      List<Told> told = new ArrayList<>();
      for (ApplicationLine line : view.lines()) {
        String matter = page.t(line.matter().name());
        line.told().forEach(one -> told.add(new Told(matter, one)));
      }
      List<TimelineEntry> entries = new ArrayList<>();
      if (clock.due() != null) {
        entries.add(TimelineEntry.next(clock.label(), clock.due()));
      }
      told.sort(
          Comparator.comparing(Told::at)); // what a case told at one moment stays in its order
      told.reversed().forEach(one -> entries.add(entry(page, one)));
      entries.add(sent(page, view.sent()));
      return entries;
    }

    private static TimelineEntry entry(Page page, Told told) {
      TimelineEntry entry = PublicTimeline.entry(page, told.line());
      return new TimelineEntry(
          told.matter() + page.t("：", ": ") + entry.title(),
          null,
          entry.when(),
          entry.note(),
          List.of(),
          null,
          Tone.PLAIN);
    }

    private TimelineEntry sent(Page page, Submission sent) {
      var entry =
          TimelineEntry.of(
              page.t("提交了申请", "The application was sent"), null, page.dateTime(sent.submitted()));
      Text counter = acting.counter(sent);
      return counter == null ? entry : entry.noting(page.t(counter));
    }
  }
}
