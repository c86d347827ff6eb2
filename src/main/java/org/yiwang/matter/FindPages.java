package org.yiwang.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/**
 * Finding a matter (找事项), before any sign-in: in own words, by what is asked for most, by the
 * moment of life, and by unit.
 */
@Controller
class FindPages {
  private static final Text TITLE = Text.of("办事", "Get things done");
  private static final int MOST_FOUND = 20;
  private static final int LONGEST_SEARCH = 200;
  private static final int USED_DAYS = 90;
  private static final int MOST_USED = 6;

  private final Matters matters;
  private final MissedWords missed;
  private final Units units;
  private final ObjectProvider<MostUsed> used;

  FindPages(Matters matters, MissedWords missed, Units units, ObjectProvider<MostUsed> used) {
    this.matters = matters;
    this.missed = missed;
    this.units = units;
    this.used = used;
  }

  /** Matters of one moment of life. */
  record Shelf(String name, List<Link> links) {}

  /**
   * What the finding page shows.
   *
   * @param asked the words searched for; empty when browsing
   * @param of the unit whose matters were asked for; null when none was
   * @param used what was asked for most of late; empty where nobody has asked yet
   * @param units those that have matters
   */
  record Finding(
      String asked,
      List<Link> found,
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
    String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
    List<Link> found = asked.isEmpty() ? List.of() : found(page, asked);
    if (!asked.isEmpty() && found.isEmpty()) {
      missed.note(asked, page.language());
    }
    Shelf of = asked.isEmpty() ? of(page, unit) : null;
    Finding finding =
        new Finding(
            asked,
            found,
            of,
            asked.isEmpty() && of == null ? used(page) : List.of(),
            shelves(page, Applicant.PERSON),
            shelves(page, Applicant.FIRM),
            units(page));
    return page.view("matter/find", TITLE, "finding", finding);
  }

  private List<Link> found(Page page, String asked) {
    Matters.Found found = matters.search(asked, page.language(), MOST_FOUND);
    List<Link> links = new ArrayList<>();
    found.bundles().forEach(bundle -> links.add(link(page, bundle)));
    found.matters().forEach(matter -> links.add(link(page, matter)));
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
                .map(matter -> link(page, matter))
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

  private List<Link> used(Page page) {
    return used.stream()
        .flatMap(all -> all.list(USED_DAYS, MOST_USED).stream())
        .flatMap(use -> link(page, use).stream())
        .toList();
  }

  /** What was asked for, if the district still has it. */
  private Optional<Link> link(Page page, MostUsed.Use use) {
    return use.bundle()
        ? matters.findBundle(use.id()).map(bundle -> link(page, bundle))
        : matters.findMatter(use.id()).map(matter -> link(page, matter));
  }

  private List<Shelf> shelves(Page page, Applicant who) {
    List<Shelf> shelves = new ArrayList<>();
    for (LifeEventRow event : matters.listLifeEvents(who)) {
      List<Link> links = new ArrayList<>();
      matters.listBundles().stream()
          .filter(bundle -> bundle.lifeEvents().contains(event.id()))
          .forEach(bundle -> links.add(link(page, bundle)));
      matters.listMatters().stream()
          .filter(matter -> matter.lifeEvents().contains(event.id()))
          .forEach(matter -> links.add(link(page, matter)));
      if (!links.isEmpty()) {
        shelves.add(new Shelf(page.t(event.name()), links));
      }
    }
    return shelves;
  }

  private static Link link(Page page, Bundle bundle) {
    int count = bundle.members().size();
    return new Link(
        page.t(bundle.name()),
        "/bundles/" + bundle.id(),
        page.t("一件事，" + count + " 项一起办", count + " matters at once"));
  }

  private static Link link(Page page, Matter matter) {
    return new Link(
        page.t(matter.name()),
        "/matters/" + matter.id(),
        page.t(matter.limits().promised().words()));
  }
}
