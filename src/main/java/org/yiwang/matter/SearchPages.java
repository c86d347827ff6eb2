package org.yiwang.matter;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.words.OwnWordsSearch;
import org.yiwang.words.Searches;
import org.yiwang.words.WordIndex.Floor;

/**
 * What the one box of the first page finds (一框通查): what can be got done and what can be reported,
 * side by side, because nobody has to know beforehand which of the two it is.
 */
@Controller
class SearchPages {
  private static final Text TITLE = Text.of("搜索", "Search");
  private static final int MOST_FOUND = 6;
  private static final int MOST_SUGGESTED = 4;

  private final Searches searches;
  private final MissedWords missed;

  SearchPages(Searches searches, MissedWords missed) {
    this.searches = searches;
    this.missed = missed;
  }

  /** Where somebody who found it goes on. */
  record Group(String label, List<Link> links) {}

  /**
   * What the page shows.
   *
   * @param asked the words searched for; empty before any search
   * @param loose whether nothing fits well, and what is shown says one of the words at least
   */
  record Sought(String asked, List<Group> groups, boolean loose) {
    boolean nothing() {
      return groups.stream().allMatch(group -> group.links().isEmpty());
    }
  }

  @GetMapping("/search")
  ModelAndView search(Page page, @RequestParam(defaultValue = "") String q) {
    String asked = FindPages.asked(q);
    Sought sought = new Sought(asked, groups(page, asked, Floor.ENOUGH), false);
    if (!asked.isEmpty() && sought.nothing()) {
      missed.note(asked, page.language());
      Sought loose = new Sought(asked, groups(page, asked, Floor.SOME), true);
      sought = loose.nothing() ? sought : loose;
    }
    return page.view("matter/search", TITLE, "sought", sought);
  }

  private List<Group> groups(Page page, String asked, Floor floor) {
    return asked.isEmpty()
        ? List.of()
        : searches.everywhere(asked, page.language(), MOST_FOUND, floor).stream()
            .map(result -> new Group(page.t(result.label()), links(page, result)))
            .toList();
  }

  /** While the words are being typed; the note says which of the two it is. */
  @GetMapping("/search/suggestions")
  @ResponseBody
  List<Link> suggest(Page page, @RequestParam(defaultValue = "") String q) {
    return searches
        .everywhere(FindPages.asked(q), page.language(), MOST_SUGGESTED, Floor.ENOUGH)
        .stream()
        .flatMap(result -> suggested(page, result))
        .toList();
  }

  private static Stream<Link> suggested(Page page, Searches.Result result) {
    return result.found().stream()
        .map(one -> new Link(page.t(one.name()), one.href(), page.t(result.label())));
  }

  static List<Link> links(Page page, Searches.Result result) {
    return result.found().stream().map(one -> link(page, one)).toList();
  }

  private static Link link(Page page, OwnWordsSearch.Found one) {
    return new Link(page.t(one.name()), one.href(), page.t(one.note()));
  }
}
