package org.yiwang.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.words.Searches;
import org.yiwang.words.WordIndex.Floor;

/**
 * The first question of a report: what has happened, in own words, and which category is nearest.
 */
@Controller
class ReportPages {
  private static final Text TITLE = Text.of("反映问题", "Report a problem");
  private static final int MOST_SUGGESTED = 5;
  private static final int MOST_ELSEWHERE = 3;

  private final Categories categories;
  private final Searches searches;

  ReportPages(Categories categories, Searches searches) {
    this.categories = categories;
    this.searches = searches;
  }

  /** What fits the words and is no problem to be reported: matters, say. */
  record Elsewhere(String seems, List<Link> links) {}

  /** What the page shows: the words, the categories that seem to fit, and the one chosen. */
  record What(
      String text,
      @Nullable String chosen,
      List<Choice> suggested,
      List<Elsewhere> elsewhere,
      List<CategoryGroup> groups,
      Refusals errors) {}

  @GetMapping("/report")
  ModelAndView ask(
      Page page,
      Drafting drafting,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String category) {
    Draft draft = drafting.draft();
    String text = draft.text() == null ? PlainWords.line(cut(q)) : draft.text();
    String chosen = categories.findCategory(category).map(Category::id).orElse(draft.category());
    return show(page, text, chosen, Refusals.none());
  }

  @PostMapping("/report")
  ModelAndView answer(
      Page page,
      Drafting drafting,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String category) {
    List<Refusal> refusals = new ArrayList<>();
    String said = RequestCheck.text(text, refusals);
    String chosen = categories.findCategory(category).map(Category::id).orElse(null);
    Draft draft = drafting.draft().what(chosen, cut(said));
    if (refusals.isEmpty() && chosen != null) {
      drafting.save(draft);
      return page.redirect(draft.next());
    }
    boolean asked = !category.isEmpty() || suggested(page, said, null).isEmpty();
    if (chosen == null && refusals.isEmpty() && asked) {
      refusals.add(RequestRefusals.categoryUnknown());
    }
    return show(page, said, chosen, new Refusals(refusals));
  }

  /** Categories that fit the words, while they are being typed. */
  @GetMapping("/report/suggestions")
  ModelAndView suggest(
      Page page,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String category) {
    String chosen = categories.findCategory(category).map(Category::id).orElse(null);
    return page.view(
        "request/suggestions", TITLE, "what", what(page, text, chosen, Refusals.none()));
  }

  private ModelAndView show(Page page, String text, @Nullable String chosen, Refusals errors) {
    return page.form("request/report", TITLE, errors, "what", what(page, text, chosen, errors));
  }

  private What what(Page page, String text, @Nullable String chosen, Refusals errors) {
    List<Choice> suggested = suggested(page, text, chosen);
    String preset = chosen == null && !suggested.isEmpty() ? suggested.getFirst().value() : chosen;
    List<Elsewhere> elsewhere =
        chosen == null ? elsewhere(page, text, suggested.isEmpty()) : List.of();
    return new What(text, preset, suggested, elsewhere, categories.listGroups(), errors);
  }

  /** Whoever has chosen a category knows what they want; else what fits well, or fits alone. */
  private List<Elsewhere> elsewhere(Page page, String text, boolean alone) {
    Floor floor = alone ? Floor.ENOUGH : Floor.MOST;
    return text.isBlank()
        ? List.of()
        : searches
            .besides(CategorySearch.class, text, page.language(), MOST_ELSEWHERE, floor)
            .stream()
            .map(result -> elsewhere(page, result))
            .toList();
  }

  private static Elsewhere elsewhere(Page page, Searches.Result result) {
    List<Link> links =
        result.found().stream()
            .map(one -> new Link(page.t(one.name()), one.href(), page.t(one.note())))
            .toList();
    return new Elsewhere(page.t(result.seems()), links);
  }

  /** The one chosen, then those that fit the words. */
  private List<Choice> suggested(Page page, String text, @Nullable String chosen) {
    Set<Category> found = new LinkedHashSet<>();
    if (chosen != null) {
      found.add(categories.getCategory(chosen));
    }
    found.addAll(categories.search(text, page.language(), MOST_SUGGESTED));
    return found.stream().limit(MOST_SUGGESTED).map(c -> choice(page, c)).toList();
  }

  static Choice choice(Page page, Category category) {
    return new Choice(category.id(), page.t(category.name()), page.t(category.condition()));
  }

  private static String cut(String words) {
    int most = RequestCheck.LONGEST_TEXT;
    return words.length() <= most ? words : words.substring(0, most);
  }
}
