package org.yiwang.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** The catalogue for everybody, before any sign-in: find a matter, and read what it takes. */
@Controller
class MatterPages {
  private static final Text TITLE = Text.of("办事", "Get things done");
  private static final int MOST_FOUND = 20;
  private static final int LONGEST_SEARCH = 200;

  private final Matters matters;
  private final MissedWords missed;
  private final Units units;

  MatterPages(Matters matters, MissedWords missed, Units units) {
    this.matters = matters;
    this.missed = missed;
    this.units = units;
  }

  /** Matters of one moment of life. */
  record Shelf(String name, List<Link> links) {}

  /**
   * What the finding page shows.
   *
   * @param asked the words searched for; empty when browsing
   */
  record Finding(String asked, List<Link> found, List<Shelf> people, List<Shelf> firms) {}

  @GetMapping("/matters")
  ModelAndView find(Page page, @RequestParam(defaultValue = "") String q) {
    String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
    List<Link> found = asked.isEmpty() ? List.of() : found(page, asked);
    if (!asked.isEmpty() && found.isEmpty()) {
      missed.note(asked, page.language());
    }
    return page.view(
        "matter/find",
        TITLE,
        "finding",
        new Finding(asked, found, shelves(page, Applicant.PERSON), shelves(page, Applicant.FIRM)));
  }

  private List<Link> found(Page page, String asked) {
    Matters.Found found = matters.search(asked, page.language(), MOST_FOUND);
    List<Link> links = new ArrayList<>();
    found.bundles().forEach(bundle -> links.add(link(page, bundle)));
    found.matters().forEach(matter -> links.add(link(page, matter)));
    return links;
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

  @GetMapping("/matters/{id}")
  ModelAndView show(Page page, @PathVariable String id) {
    Matter matter = matters.findMatter(id).orElseThrow(MatterPages::missing);
    return page.view(
        "matter/matter",
        matter.name(),
        "matter",
        matter,
        "unit",
        unit(page, matter),
        "questions",
        matters.questions(List.of(matter)));
  }

  @GetMapping("/bundles/{id}")
  ModelAndView bundle(Page page, @PathVariable String id) {
    Bundle bundle = matters.findBundle(id).orElseThrow(MatterPages::missing);
    List<Matter> members = matters.membersOf(bundle);
    return page.view(
        "matter/bundle",
        bundle.name(),
        "bundle",
        bundle,
        "members",
        bundle.members().stream().map(member -> member(page, member)).toList(),
        "saving",
        Saving.of(members, matters),
        "codes",
        codes(page, bundle));
  }

  /**
   * One matter of a bundle as its page tells it.
   *
   * @param after names of what it waits for
   * @param sometimes whether it depends on the answers
   */
  record MemberView(Matter matter, String unit, String after, boolean sometimes) {}

  private MemberView member(Page page, Bundle.Member member) {
    Matter matter = matters.getMatter(member.matter());
    String after =
        member.after().stream()
            .map(id -> page.t(matters.getMatter(id).name()))
            .collect(Collectors.joining(page.t("、", ", ")));
    return new MemberView(matter, unit(page, matter), after, member.when() != null);
  }

  private String unit(Page page, Matter matter) {
    return page.t(units.findUnit(matter.unit()).map(Unit::name).orElse(matter.name()));
  }

  private List<Link> codes(Page page, Bundle bundle) {
    return matters.listCodes(bundle).stream()
        .map(
            code ->
                new Link(page.t(code.name()), "/matters/codes/" + code.id(), page.t(code.stands())))
        .toList();
  }

  static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "matter-missing",
            Text.of("没有这个事项。", "There is no such matter."),
            Text.of("请在“办事”里搜索。", "Please search under “Get things done”.")));
  }
}
