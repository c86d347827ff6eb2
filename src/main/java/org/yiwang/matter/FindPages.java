package org.yiwang.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.words.Searches;
import org.yiwang.words.WordIndex.Floor;

/**
 * Finding a matter (找事项), before any sign-in: in own words, by what is asked for most, by the
 * moment of life, and by unit.
 */
@Controller
class FindPages {
  private static final Text TITLE = Text.of("办事", "Get things done");
  private static final int MOST_FOUND = 20;
  private static final int LONGEST_SEARCH = 200;
  private static final int MOST_ELSEWHERE = 3;
  private static final int MOST_USED = 6;

  private final Matters matters;
  private final MissedWords missed;
  private final Units units;
  private final OftenDone often;
  private final Searches searches;

  FindPages(Matters matters, MissedWords missed, Units units, OftenDone often, Searches searches) {
    this.matters = matters;
    this.missed = missed;
    this.units = units;
    this.often = often;
    this.searches = searches;
  }

  /** Matters of one moment of life. */
  record Shelf(String name, List<Link> links) {}

  /**
   * What the finding page shows.
   *
   * @param asked the words searched for; empty when browsing
   * @param loose whether nothing fits well, and what was found says one of the words at least
   * @param elsewhere what fits the words and is no matter: to be reported, say
   * @param of the unit whose matters were asked for; null when none was
   * @param used what was asked for most of late; empty where nobody has asked yet
   * @param units those that have matters
   */
  record Finding(
      String asked,
      boolean loose,
      List<Link> found,
      List<Shelf> elsewhere,
      @Nullable Shelf of,
      List<Link> used,
      List<Shelf> people,
      List<Shelf> firms,
      List<Link> units) {}

  @GetMapping("/matters")
  ModelAndView find(
      Page page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String unit) {
    String asked = asked(q);
    List<Link> found = asked.isEmpty() ? List.of() : found(page, asked, Floor.ENOUGH);
    List<Shelf> elsewhere = asked.isEmpty() ? List.of() : elsewhere(page, asked, found);
    boolean nothing = !asked.isEmpty() && found.isEmpty() && elsewhere.isEmpty();
    if (nothing) {
      missed.note(asked, page.language());
      found = found(page, asked, Floor.SOME);
    }
    Shelf of = asked.isEmpty() ? of(page, unit) : null;
    Finding finding =
        new Finding(
            asked,
            nothing && !found.isEmpty(),
            found,
            elsewhere,
            of,
            asked.isEmpty() && of == null ? often.asked(page, MOST_USED) : List.of(),
            shelves(page, Applicant.PERSON),
            shelves(page, Applicant.FIRM),
            units(page));
    return page.view("matter/find", TITLE, "finding", finding);
  }

  /** Only what fits well, unless there is nothing else to offer. */
  private List<Shelf> elsewhere(Page page, String asked, List<Link> found) {
    Floor floor = found.isEmpty() ? Floor.ENOUGH : Floor.MOST;
    return searches
        .besides(MatterSearch.class, asked, page.language(), MOST_ELSEWHERE, floor)
        .stream()
        .map(result -> new Shelf(page.t(result.seems()), SearchPages.links(page, result)))
        .toList();
  }

  private List<Link> found(Page page, String asked, Floor floor) {
    Matters.Found found = matters.search(asked, page.language(), MOST_FOUND, floor);
    List<Link> links = new ArrayList<>();
    found.bundles().forEach(bundle -> links.add(OftenDone.link(page, bundle)));
    found.matters().forEach(matter -> links.add(OftenDone.link(page, matter)));
    return links;
  }

  /** The matters that a unit answers for or handles; null for a unit that has none. */
  private @Nullable Shelf of(Page page, String id) {
    Unit unit = units.findUnit(id).orElse(null);
    List<Link> links =
        unit == null
            ? List.of()
            : matters.listMatters().stream()
                .filter(matter -> ofUnit(matter, id))
                .map(matter -> OftenDone.link(page, matter))
                .toList();
    return unit == null || links.isEmpty() ? null : new Shelf(page.t(unit.name()), links);
  }

  private static boolean ofUnit(Matter matter, String unit) {
    return unit.equals(matter.unit()) || unit.equals(matter.delegated());
  }

  private List<Link> units(Page page) {
    return units.listUnits().stream().flatMap(unit -> link(page, unit).stream()).toList();
  }

  /** The unit with how many matters it has; nothing where it has none. */
  private Optional<Link> link(Page page, Unit unit) {
    long count = matters.listMatters().stream().filter(one -> ofUnit(one, unit.id())).count();
    String words = page.t(count + " 项", count == 1 ? "1 matter" : count + " matters");
    return Optional.of(new Link(page.t(unit.name()), "/matters?unit=" + unit.id(), words))
        .filter(link -> count > 0);
  }

  private List<Shelf> shelves(Page page, Applicant who) {
    List<Shelf> shelves = new ArrayList<>();
    for (LifeEventRow event : matters.listLifeEvents(who)) {
      List<Link> links = new ArrayList<>();
      matters.listBundles().stream()
          .filter(bundle -> bundle.lifeEvents().contains(event.id()))
          .forEach(bundle -> links.add(OftenDone.link(page, bundle)));
      matters.listMatters().stream()
          .filter(matter -> matter.lifeEvents().contains(event.id()))
          .forEach(matter -> links.add(OftenDone.link(page, matter)));
      if (!links.isEmpty()) {
        shelves.add(new Shelf(page.t(event.name()), links));
      }
    }
    return shelves;
  }

  /** What was asked, without what is around it, and not endlessly long. */
  static String asked(String words) {
    String whole = words.strip();
    return whole.substring(0, Math.min(whole.length(), LONGEST_SEARCH));
  }
}
