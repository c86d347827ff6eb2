package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Query;

/** The desk (办件台): queues with counts, a list with filters, "take next". */
@Controller
@RequestMapping("/desk")
class DeskPages {
  private static final String EVERYTHING_OPEN = "/desk?pace=open";

  private final Cases cases;
  private final DeskView.Maker views;
  private final FilterForm.Maker forms;
  private final DeskMap.Maker maps;

  DeskPages(Cases cases, DeskView.Maker views, FilterForm.Maker forms, DeskMap.Maker maps) {
    this.cases = cases;
    this.views = views;
    this.forms = forms;
    this.maps = maps;
  }

  @GetMapping
  ModelAndView show(ListQuery asked, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    Query said = withoutBlanks(page.query());
    if (!said.equals(page.query())) {
      return page.redirect(said.values().isEmpty() ? EVERYTHING_OPEN : said.href());
    }
    ListQuery query = said.values().isEmpty() ? ListQuery.ownQueue() : asked;
    CasePage found = cases.list(query.filter(), query.sorting(), viewer);
    DeskView view = views.make(page, query, found, cases.desk(viewer));
    FilterForm form = forms.make(page, query, viewer);
    return page.view(
        "casework/desk",
        Text.of("办件台", "Desk"),
        "desk",
        view,
        "filter",
        form,
        "map",
        maps.make(page, query.filter(), viewer),
        "export",
        viewer.may(Permission.EXPORT),
        "owner",
        viewer.requireSignedIn());
  }

  /** A form also sends the fields that were left empty; addresses that people keep are short. */
  private static Query withoutBlanks(Query query) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    query
        .values()
        .forEach(
            (name, values) -> {
              List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
              if (!given.isEmpty()) {
                said.put(name, given);
              }
            });
    return new Query(query.path(), said);
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
