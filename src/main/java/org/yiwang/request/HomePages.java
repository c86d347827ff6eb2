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
import org.yiwang.matter.OftenDone;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** The first page: one search field, what most people come for, and what waits for you. */
@Controller
class HomePages {
  private static final int MOST_LISTED = 6;
  private static final int MOST_WAITING = 4;

  /** With the telephone six, the most that elder mode shows. */
  private static final int MOST_TILES = 5;

  private static final String LOOK_UP = "/requests/lookup";

  private final Categories categories;
  private final PublicFigures figures;
  private final Cases cases;
  private final ReportedCases reported;
  private final ShowRequest showRequest;
  private final OftenDone done;

  HomePages(
      Categories categories,
      PublicFigures figures,
      Cases cases,
      ReportedCases reported,
      ShowRequest showRequest,
      OftenDone done) {
    this.categories = categories;
    this.figures = figures;
    this.cases = cases;
    this.reported = reported;
    this.showRequest = showRequest;
    this.done = done;
  }

  /** What waits for whoever is signed in. */
  record Waiting(boolean officer, long desk, List<Own> requests) {}

  /** A case of theirs, and the page on which they follow it. */
  record Own(Case of, String href) {}

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
        waiting(viewer),
        "done",
        done.list(page, MOST_LISTED),
        "tiles",
        tiles(page));
  }

  /** What elder mode shows instead of lists: the header's ways, and a person to call at the end. */
  private static List<Link> tiles(Page page) {
    boolean known = page.signedIn().isPresent();
    Stream<Link> ways =
        page.navigation().stream()
            .filter(link -> !link.href().equals("/"))
            .filter(link -> !(known && link.href().equals(LOOK_UP))) // they have "my requests"
            .map(link -> Link.of(page.t(link.label()), link.href()));
    Stream<Link> in =
        known ? Stream.of() : Stream.of(Link.of(page.t("登录", "Sign in"), page.signInHref()));
    String call = page.t("打电话 ", "Call ") + page.hotline();
    Link person = new Link(call, "tel:" + page.hotline(), page.t("有人接听", "Somebody answers"));
    return Stream.concat(Stream.concat(ways, in).limit(MOST_TILES), Stream.of(person)).toList();
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
    List<Own> open = new ArrayList<>();
    for (Case of : cases.listReportedBy(account)) {
      if (open.size() < MOST_WAITING
          && (of.clocks().closed() == null || !showRequest.offers(of).isEmpty())) {
        reported.ownPage(of).ifPresent(href -> open.add(new Own(of, href)));
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
