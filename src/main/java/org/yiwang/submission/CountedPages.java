package org.yiwang.submission;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.page.Page;
import org.yiwang.page.Paging;
import org.yiwang.submission.CountedStore.Handled;
import org.yiwang.submission.CountedStore.Saved;

/** The lists that figures of matters were counted from (逐件清单), for whoever sees all cases. */
@Controller
class CountedPages {
  private static final int SIZE = 50;

  private final FiguresView.Maker figures;
  private final CountedStore store;
  private final Matters matters;
  private final WantedMaker wanted;

  CountedPages(FiguresView.Maker figures, CountedStore store, Matters matters, WantedMaker wanted) {
    this.figures = figures;
    this.store = store;
    this.matters = matters;
    this.wanted = wanted;
  }

  /** One case, as it counts. */
  record CaseLine(
      String number, String matter, String opened, String due, String granted, String took) {}

  /** One application, as it counts. */
  record SentLine(
      String name,
      String submitted,
      List<String> numbers,
      long asked,
      long prefilled,
      long papers,
      long fetched) {}

  /** The page; one of the two lists is empty. */
  record View(
      String href,
      boolean sent,
      List<CaseLine> cases,
      List<SentLine> applications,
      Paging paging) {}

  @GetMapping(Counted.PATH)
  ModelAndView list(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(required = false) @Nullable String only,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    viewer.requireSignedIn();
    if (!FiguresView.Maker.seesAll(viewer)) {
      throw Viewer.forbidden();
    }
    Counted.Of which = Counted.Of.of(of);
    if (which == null) {
      return page.redirect("/matters/figures");
    }
    Counted counted = new Counted(which, only, unit.isEmpty() ? null : unit);
    View view =
        which == Counted.Of.SENT ? sent(page, counted, number) : cases(page, counted, number);
    return page.view("submission/counted", which.words(), "view", view);
  }

  private View cases(Page page, Counted counted, int number) {
    List<String> ids =
        figures.chosen(counted.unit()).stream()
            .filter(one -> counted.only() == null || counted.only().equals(one.id()))
            .filter(one -> counted.of() != Counted.Of.NO_VISIT || one.visits() == 0)
            .map(Matter::id)
            .toList();
    Paging paging = paging(store.countCases(counted.of(), ids), number);
    List<CaseLine> lines =
        store.listCases(counted.of(), ids, paging).stream().map(one -> line(page, one)).toList();
    return new View(back(counted), false, lines, List.of(), paging);
  }

  private View sent(Page page, Counted counted, int number) {
    List<String> targets =
        figures.forms(figures.chosen(counted.unit())).stream()
            .map(form -> form.target().toString())
            .filter(one -> counted.only() == null || counted.only().equals(one))
            .toList();
    Paging paging = paging(store.countSent(targets), number);
    List<SentLine> lines =
        store.listSent(targets, paging).stream().map(one -> line(page, one)).toList();
    return new View(back(counted), true, List.of(), lines, paging);
  }

  private CaseLine line(Page page, Handled one) {
    Duration took = one.granted() == null ? null : Duration.between(one.opened(), one.granted());
    return new CaseLine(
        one.number(),
        matters.findMatter(one.matter()).map(matter -> page.t(matter.name())).orElse(one.matter()),
        page.dateTime(one.opened()),
        one.due() == null ? "" : page.dateTime(one.due()),
        one.granted() == null
            ? ""
            : page.dateTime(one.granted())
                + (one.inTime() ? page.t("，按时", ", in time") : page.t("，超时", ", late")),
        took == null ? "" : FiguresView.Maker.took(page, took));
  }

  private SentLine line(Page page, Saved one) {
    return new SentLine(
        page.t(wanted.get(Target.parse(one.target())).name()),
        page.dateTime(one.submitted()),
        one.numbers(),
        one.asked(),
        one.prefilled(),
        one.papers(),
        one.fetched());
  }

  private static String back(Counted counted) {
    return "/matters/figures" + (counted.unit() == null ? "" : "?unit=" + counted.unit());
  }

  /** A page that is not there is the nearest that is. */
  private static Paging paging(long total, int number) {
    int last = new Paging(total, SIZE, 1).pages();
    return new Paging(total, SIZE, Math.clamp(number, 1, last));
  }
}
