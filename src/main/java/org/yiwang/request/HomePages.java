package org.yiwang.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.Cases;
import org.yiwang.casework.CategoryFigures;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** The first page: one search field, what most people come for, and what waits for you. */
@Controller
class HomePages {
  private static final int MOST_LISTED = 8;
  private static final int MOST_WAITING = 4;

  private final Categories categories;
  private final PublicFigures figures;
  private final Cases cases;
  private final ShowRequest showRequest;

  HomePages(Categories categories, PublicFigures figures, Cases cases, ShowRequest showRequest) {
    this.categories = categories;
    this.figures = figures;
    this.cases = cases;
    this.showRequest = showRequest;
  }

  /** What waits for whoever is signed in. */
  record Waiting(boolean officer, long desk, List<Case> requests) {}

  @GetMapping("/")
  ModelAndView home(Page page, Viewer viewer) {
    PublicFigures.Counted counted = figures.now();
    return page.view(
        "request/home",
        Text.of("首页", "Home"),
        "often",
        often(page, counted),
        "groups",
        categories.listGroups(),
        "counted",
        counted,
        "waiting",
        waiting(viewer));
  }

  /** Reported most in the last 30 days; filled up in the pack's order where little was. */
  private List<Link> often(Page page, PublicFigures.Counted counted) {
    Stream<Category> used =
        counted.rows().stream()
            .filter(row -> row.opened() > 0)
            .map(CategoryFigures::category)
            .map(id -> categories.findCategory(id).orElse(null))
            .filter(Objects::nonNull);
    return Stream.concat(used, categories.listCategories().stream())
        .distinct()
        .limit(MOST_LISTED)
        .map(category -> link(page, category))
        .toList();
  }

  private static Link link(Page page, Category category) {
    return new Link(
        page.t(category.name()),
        "/report?category=" + category.id(),
        page.t(category.limit().words()));
  }

  private Waiting waiting(Viewer viewer) {
    String account = viewer.account();
    if (account == null) {
      return new Waiting(false, 0, List.of());
    }
    boolean officer = viewer.may(Permission.SEE_CASES);
    long desk = officer ? cases.count(CaseFilter.all().mine(true), viewer) : 0;
    List<Case> open = new ArrayList<>();
    for (Case of : cases.listReportedBy(account)) {
      if (open.size() < MOST_WAITING
          && (of.clocks().closed() == null || !showRequest.offers(of).isEmpty())) {
        open.add(of);
      }
    }
    return new Waiting(officer, desk, open);
  }

  /** The figures of the first page, by category: what each of them was counted from. */
  @GetMapping("/report/figures")
  ModelAndView figures(Page page) {
    return page.view(
        "request/figures",
        Text.of("近 30 天的诉求", "Requests of the last 30 days"),
        "counted",
        figures.now(),
        "categories",
        categories);
  }
}
