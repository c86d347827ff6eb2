package org.yiwang.casework;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** The desk (办件台): queues with counts, a list with filters, "take next". */
@Controller
@RequestMapping("/desk")
class DeskPages {
  private final Cases cases;
  private final DeskView.Maker views;

  DeskPages(Cases cases, DeskView.Maker views) {
    this.cases = cases;
    this.views = views;
  }

  @GetMapping
  ModelAndView show(ListQuery asked, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    ListQuery query = page.query().values().isEmpty() ? ListQuery.ownQueue() : asked;
    CasePage found = cases.list(query.filter(), query.sorting(), viewer);
    DeskView view = views.make(page, query, found, cases.desk(viewer));
    return page.view("casework/desk", Text.of("办件台", "Desk"), "desk", view);
  }

  /** Leads to the most urgent case that waits for this person. */
  @GetMapping("/next")
  ModelAndView next(Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    return cases
        .findNext(viewer)
        .map(found -> page.redirect("/cases/" + found.number()))
        .orElseGet(() -> page.redirect("/desk?mine=true&none=true"));
  }
}
