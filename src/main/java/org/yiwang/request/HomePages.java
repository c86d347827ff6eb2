package org.yiwang.request;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.Cases;
import org.yiwang.casework.CategoryFigures;
import org.yiwang.casework.OwnLine;
import org.yiwang.casework.OwnLine.Whose;
import org.yiwang.casework.OwnLines;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.OftenDone;
import org.yiwang.notice.Inbox;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** The first page: one search field, what most people come for, and what waits for you. */
@Controller
class HomePages {
  private static final int MOST_LISTED = 6;
  private static final int MOST_WAITING = 4;
  private static final int MOST_FRESH = 3;

  /** With the telephone six, the most that elder mode shows. */
  private static final int MOST_TILES = 5;

  private static final String LOOK_UP = "/requests/lookup";

  private final Categories categories;
  private final PublicFigures figures;
  private final Cases cases;
  private final OwnLines own;
  private final Inbox inbox;
  private final OftenDone done;

  HomePages(
      Categories categories,
      PublicFigures figures,
      Cases cases,
      OwnLines own,
      Inbox inbox,
      OftenDone done) {
    this.categories = categories;
    this.figures = figures;
    this.cases = cases;
    this.own = own;
    this.inbox = inbox;
    this.done = done;
  }

  /**
   * What waits for whoever is signed in.
   *
   * @param own what they have going themselves: all that stands still until they act, and no more
   *     than a few of the rest
   * @param fresh the newest that they were told and have not read
   * @param more whether there is more of that
   */
  record Waiting(
      boolean officer, long desk, List<OwnLine> own, List<Inbox.Told> fresh, boolean more) {
    static final Waiting NOTHING = new Waiting(false, 0, List.of(), List.of(), false);
  }

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
        waiting(page, viewer),
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

  private Waiting waiting(Page page, Viewer viewer) {
    if (!viewer.signedIn()) {
      return Waiting.NOTHING;
    }
    boolean officer = viewer.may(Permission.SEE_CASES);
    long desk = officer ? cases.count(CaseFilter.all().mine(true), viewer) : 0;
    List<OwnLine> going = own.list(page, viewer);
    long yours = going.stream().filter(line -> line.turn() == Whose.YOURS).count();
    List<Inbox.Told> fresh = inbox.listFresh(page, viewer, MOST_FRESH + 1);
    return new Waiting(
        officer,
        desk,
        going.stream().limit(Math.max(yours, MOST_WAITING)).toList(),
        fresh.stream().limit(MOST_FRESH).toList(),
        fresh.size() > MOST_FRESH);
  }

  /** The figures of the first page, by group and category: what each of them was counted from. */
  @GetMapping("/report/figures")
  ModelAndView figures(Page page) {
    return page.view(
        "request/figures",
        Text.of("近 30 天的诉求", "Reports of the last 30 days"),
        "counted",
        figures.now(),
        "categories",
        categories,
        "others",
        others(page));
  }

  /** Applications are counted elsewhere, where any can be made here. */
  private List<Link> others(Page page) {
    return done.list(page, 1).isEmpty()
        ? List.of()
        : List.of(Link.of(page.t("看办事的数据", "Figures of applications"), "/matters/figures"));
  }
}
