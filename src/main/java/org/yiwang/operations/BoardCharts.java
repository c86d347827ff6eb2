package org.yiwang.operations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Net;
import org.yiwang.operations.BoardCounts.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Chart;
import org.yiwang.page.Chart.Series;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/** Draws counts as bars and columns; each of them opens its list. */
final class BoardCharts {
  private final Page page;
  private final BoardCounts counts;
  private final CaseFilter within;

  BoardCharts(Page page, BoardCounts counts, CaseFilter within) {
    this.page = page;
    this.counts = counts;
    this.within = within;
  }

  /** "办件记录，11月22日 10:56 统计". */
  String source() {
    String at = page.dateTime(counts.at());
    return page.t("办件记录，" + at + " 统计", "case records, counted " + at);
  }

  /** Open and late by street or grid. */
  Chart parts(String title, Function<String, String> name, Function<String, CaseFilter> filter) {
    return bars(title, counts.parts(), name, filter);
  }

  /** Open and late by group of one net; street matters and allowances are not to be compared. */
  Chart groups(Net net, Set<String> ids, Function<String, String> name) {
    Map<String, Part> groups = new LinkedHashMap<>(counts.groups());
    groups.keySet().retainAll(ids);
    Text of = net.words();
    return bars(
        page.t(of.zh() + "：在办与超时，按类别", of.en() + ": open and late, by category"),
        groups,
        name,
        within::group);
  }

  private Chart bars(
      String title,
      Map<String, Part> parts,
      Function<String, String> name,
      Function<String, CaseFilter> filter) {
    List<Map.Entry<String, Part>> rows =
        parts.entrySet().stream()
            .filter(part -> part.getValue().open() > 0)
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Part> p) -> p.getValue().open())
                    .reversed())
            .toList();
    var drawn = new Rows(rows, filter);
    return new Chart(
        title,
        page.t("件", "cases"),
        source(),
        rows.stream().map(row -> name.apply(row.getKey())).toList(),
        List.of(
            drawn.series(page.t("在办", "Open"), Tone.RUN, Pace.OPEN, Part::open),
            drawn.series(page.t("超时", "Late"), Tone.LATE, Pace.LATE, Part::late)));
  }

  private record Rows(List<Map.Entry<String, Part>> rows, Function<String, CaseFilter> filter) {
    Series series(String name, Tone tone, Pace pace, Function<Part, Long> value) {
      return new Series(
          name,
          tone,
          rows.stream().map(row -> value.apply(row.getValue()).doubleValue()).toList(),
          rows.stream().map(row -> filter.apply(row.getKey()).pace(pace).href()).toList());
    }
  }

  /** What came in and what was closed, day by day. */
  Chart trend() {
    var days =
        new Days(IntStream.range(0, BoardCounts.DAYS).mapToObj(counts.since()::plusDays).toList());
    return new Chart(
        page.t("近 30 天上报与结案", "Reported and closed in the last 30 days"),
        page.t("件/天", "cases a day"),
        source(),
        days.days().stream().map(day -> day.getMonthValue() + "-" + day.getDayOfMonth()).toList(),
        List.of(
            days.series(page.t("上报", "Reported"), Tone.RUN, counts.opened(), within::openedOn),
            days.series(page.t("结案", "Closed"), Tone.DONE, counts.closed(), within::closedOn)));
  }

  private record Days(List<LocalDate> days) {
    Series series(
        String name, Tone tone, Map<String, Long> counted, Function<LocalDate, CaseFilter> filter) {
      return new Series(
          name,
          tone,
          days.stream().map(day -> (double) counted.getOrDefault(day.toString(), 0L)).toList(),
          days.stream().map(day -> filter.apply(day).href()).toList());
    }
  }
}
