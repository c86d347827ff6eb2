package org.yiwang.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.Paging;
import org.yiwang.page.Query;

/** The desk as it is drawn, in the reader's words. */
record DeskView(
    List<Link> queues,
    String current,
    List<Link> chips,
    List<CaseRow> rows,
    Paging paging,
    boolean counting,
    @Nullable String words,
    List<Kept> kept,
    String exportHref) {

  /** A filter that a new search keeps. */
  record Kept(String name, String value) {}

  /** Draws desks. */
  @Component
  static class Maker {
    private static final String DESK = "/desk";
    private static final String CLOSED = DESK + "?pace=closed";
    private static final String NEWEST_FIRST = "&sort=-opened";

    private final Lifecycles lifecycles;
    private final CaseRow.Maker rows;
    private final FilterWords filterWords;
    private final DistrictTime time;

    Maker(Lifecycles lifecycles, CaseRow.Maker rows, FilterWords filterWords, DistrictTime time) {
      this.lifecycles = lifecycles;
      this.rows = rows;
      this.filterWords = filterWords;
      this.time = time;
    }

    DeskView make(Page page, ListQuery query, CasePage found, DeskCounts counts) {
      Instant now = time.instant();
      return new DeskView(
          queues(page, counts),
          current(page),
          filterWords.chips(page, query.filter()),
          found.cases().stream().map(one -> rows.make(page, one, now)).toList(),
          new Paging(Math.min(found.total(), CasePage.MOST_COUNTED), found.size(), found.page()),
          found.more(),
          query.filter().words(),
          kept(page.query().without("words").without("page")),
          new Query("/desk/cases.csv", page.query().values()).without("page").href());
    }

    private static List<Kept> kept(Query query) {
      return query.values().entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(value -> new Kept(e.getKey(), value)))
          .toList();
    }

    /**
     * The queue that is shown: the address without order and page; the closed ones have their own.
     */
    private static String current(Page page) {
      Query plain = page.query().without("page").without("sort").without("none");
      String queue = plain.values().isEmpty() ? DESK + "?mine=true" : plain.href();
      return queue.equals(CLOSED) ? CLOSED + NEWEST_FIRST : queue;
    }

    private List<Link> queues(Page page, DeskCounts counts) {
      List<Link> queues = new ArrayList<>();
      CaseFilter mine = CaseFilter.all().mine(true);
      queues.add(queue(page, page.t("轮到我的", "Waiting for me"), mine, counts.mine()));
      Set<StepKey> steps = counts.mineBySteps().keySet();
      counts
          .mineBySteps()
          .forEach(
              (step, count) ->
                  queues.add(queue(page, tabName(page, step, steps), mine.at(step), count)));
      CaseFilter all = CaseFilter.all();
      queues.add(queue(page, page.t("超时", "Late"), all.pace(Pace.LATE), counts.late()));
      queues.add(
          queue(page, page.t("今天到期", "Due today"), all.pace(Pace.DUE_TODAY), counts.dueToday()));
      queues.add(
          queue(page, page.t("已升级", "Escalated"), all.pace(Pace.ESCALATED), counts.escalated()));
      queues.add(queue(page, page.t("全部在办", "All open"), all.pace(Pace.OPEN), counts.open()));
      queues.add(Link.of(page.t("已结案", "Closed"), CLOSED + NEWEST_FIRST));
      return queues;
    }

    private static Link queue(Page page, String label, CaseFilter filter, long count) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      filter.parameters().forEach((name, value) -> values.put(name, List.of(value)));
      return new Link(label, new Query(DESK, values).href(), page.number(count));
    }

    /** The step's name, with its lifecycle's where another step beside it is called the same. */
    private String tabName(Page page, StepKey key, Set<StepKey> beside) {
      String name = stepName(page, key);
      boolean alone =
          beside.stream()
              .allMatch(other -> other.equals(key) || !stepName(page, other).equals(name));
      return alone ? name : name + page.t("（", " (") + lifecycleName(page, key) + page.t("）", ")");
    }

    private String lifecycleName(Page page, StepKey key) {
      return lifecycles.findHolding(key).map(graph -> page.t(graph.name())).orElse(key.lifecycle());
    }

    private String stepName(Page page, StepKey key) {
      return lifecycles.findStep(key).map(step -> page.t(step.name())).orElse(key.step());
    }
  }
}
