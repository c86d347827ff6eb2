package org.yiwang.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * One clock for all matters of a bundle (总时钟), read from the clocks of their cases.
 *
 * @param due the latest of the dates promised for what is open; null where none runs
 * @param counting whether each open matter has its date, so that {@code due} is that of all
 * @param late open matters whose time is over, by name
 * @param notYet open matters whose time has not begun, each with what it will be
 * @param ended when the last was finished; null while one is open
 * @param inTime whether each was finished by the date promised for it
 * @param label what {@code due} is
 */
record BundleClock(
    @Nullable String due,
    boolean counting,
    List<String> late,
    List<String> notYet,
    @Nullable String ended,
    boolean inTime,
    String label) {

  /** Reads it. */
  @Component
  static class Maker {
    private final DistrictTime time;

    Maker(DistrictTime time) {
      this.time = time;
    }

    BundleClock make(Page page, List<ApplicationLine> lines) {
      List<ApplicationLine> open = lines.stream().filter(line -> !line.ended()).toList();
      Instant due = latest(cases(open).map(of -> of.clocks().due()));
      Instant ended = open.isEmpty() ? latest(cases(lines).map(of -> of.clocks().closed())) : null;
      List<String> notYet = notYet(page, open);
      return new BundleClock(
          due == null ? null : page.dateTime(due),
          notYet.isEmpty(),
          late(page, open),
          notYet,
          ended == null ? null : page.dateTime(ended),
          cases(lines).allMatch(Maker::inTime),
          notYet.isEmpty()
              ? page.t("全部办好，最迟", "All of it done, at the latest")
              : page.t("已经开始计时的办好，最迟", "What is running done, at the latest"));
    }

    private static Stream<Case> cases(List<ApplicationLine> lines) {
      return lines.stream().map(ApplicationLine::of).filter(Objects::nonNull);
    }

    private static @Nullable Instant latest(Stream<@Nullable Instant> moments) {
      return moments.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean inTime(Case of) {
      Instant due = of.clocks().due();
      Instant closed = of.clocks().closed();
      return due == null || closed == null || !closed.isAfter(due);
    }

    /**
     * Those that somebody inside has to act on and should have; not what waits for the applicant.
     */
    private List<String> late(Page page, List<ApplicationLine> open) {
      Instant now = time.instant();
      return open.stream()
          .filter(line -> line.of() != null && late(line.of(), now))
          .map(line -> page.t(line.matter().name()))
          .toList();
    }

    private static boolean late(Case of, Instant now) {
      Instant due = of.clocks().due();
      return of.late(now) || of.position().waiting() && due != null && due.isBefore(now);
    }

    private static List<String> notYet(Page page, List<ApplicationLine> open) {
      List<String> words = new ArrayList<>();
      for (ApplicationLine line : open) {
        if (line.of() == null || line.of().clocks().due() == null) {
          Text promised = line.matter().limits().promised().words();
          Text from =
              line.of() == null
                  ? Text.of("轮到它开始、受理后", "from being taken in, once it begins")
                  : Text.of("受理后", "from being taken in");
          words.add(
              page.t(
                  "%s：%s %s".formatted(line.matter().name().zh(), from.zh(), promised.zh()),
                  "%s: %s %s".formatted(line.matter().name().en(), promised.en(), from.en())));
        }
      }
      return words;
    }
  }
}
