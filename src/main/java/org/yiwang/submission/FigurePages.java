package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.submission.HandlingStore.Ratings;

/** Public figures of matters (办事数据), and the board of ratings (好差评). */
@Controller
class FigurePages {
  private static final Text FIGURES = Text.of("办事数据", "Figures of matters");
  private static final Text RATINGS = Text.of("好差评", "Ratings");
  private static final int BEST = 5;

  private final FiguresView.Maker views;
  private final HandlingStore store;
  private final Matters matters;
  private final DistrictTime time;

  FigurePages(FiguresView.Maker views, HandlingStore store, Matters matters, DistrictTime time) {
    this.views = views;
    this.store = store;
    this.matters = matters;
    this.time = time;
  }

  @GetMapping("/matters/figures")
  ModelAndView figures(Page page, Viewer viewer, @RequestParam(defaultValue = "") String unit) {
    FiguresView view = views.make(page, viewer, chosen(page, unit));
    boolean words = viewer.may(Permission.SEE_BOARD);
    return page.view("submission/figures", FIGURES, "view", view, "words", words);
  }

  /**
   * One matter in one unit.
   *
   * @param levels how often each of the five was given, very good first
   */
  record RatingRow(
      String matter,
      String href,
      String unit,
      List<String> levels,
      String average,
      String bad,
      String called) {}

  /** The whole board. */
  record RatingsView(
      @Nullable String unit,
      List<Choice> units,
      List<RatingRow> rows,
      long all,
      long toCall,
      String called,
      String source) {}

  @GetMapping("/matters/ratings")
  ModelAndView ratings(Page page, @RequestParam(defaultValue = "") String unit) {
    String chosen = chosen(page, unit);
    List<RatingRow> rows = new ArrayList<>();
    long all = 0;
    long toCall = 0;
    long called = 0;
    for (Ratings one : store.listRatings(time.instant())) {
      Matter matter = matters.findMatter(one.matter()).orElse(null);
      if (matter != null && (chosen == null || chosen.equals(matter.unit()))) {
        rows.add(row(page, matter, one));
        all += one.all();
        toCall += one.toCall();
        called += one.calledInTime();
      }
    }
    return page.view(
        "submission/ratings",
        RATINGS,
        "view",
        new RatingsView(
            chosen,
            views.choices(page),
            rows,
            all,
            toCall,
            toCall == 0 ? "" : FiguresView.Maker.share(page, called, toCall),
            views.source(page)));
  }

  /** A unit that has matters; anything else counts as all. */
  private @Nullable String chosen(Page page, String unit) {
    return views.choices(page).stream()
        .map(Choice::value)
        .filter(unit::equals)
        .findFirst()
        .orElse(null);
  }

  private RatingRow row(Page page, Matter matter, Ratings one) {
    long sum = IntStream.range(0, BEST).mapToLong(i -> (BEST - i) * one.levels().get(i)).sum();
    String called =
        one.toCall() == 0 ? "" : FiguresView.Maker.share(page, one.calledInTime(), one.toCall());
    return new RatingRow(
        page.t(matter.name()),
        "/matters/" + matter.id(),
        views.name(page, one.unit()),
        one.levels().stream().map(page::number).toList(),
        String.format(Locale.ROOT, "%.1f", (double) sum / one.all()),
        page.number(one.bad()),
        called);
  }
}
