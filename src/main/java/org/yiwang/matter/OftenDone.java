package org.yiwang.matter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/**
 * What people come for to get done (能办的事), what they ask for most first, for the finding page and
 * the first page.
 */
@Component
public class OftenDone {
  private static final int DAYS = 90;

  private final Matters matters;
  private final ObjectProvider<MostUsed> used;

  OftenDone(Matters matters, ObjectProvider<MostUsed> used) {
    this.matters = matters;
    this.used = used;
  }

  /** Asked for most in the last days; empty where nobody has asked yet. */
  List<Link> asked(Page page, int most) {
    return used.stream()
        .flatMap(all -> all.list(DAYS, most).stream())
        .flatMap(use -> link(page, use).stream())
        .toList();
  }

  /** The same, filled up where little was asked for: bundles first, of them those for people. */
  public List<Link> list(Page page, int most) {
    List<Link> links = new ArrayList<>(asked(page, most));
    Stream.concat(
            bundles().map(bundle -> link(page, bundle)),
            matters.listMatters().stream().map(matter -> link(page, matter)))
        .filter(link -> !links.contains(link))
        .limit(most)
        .forEach(links::add);
    return links.stream().limit(most).toList();
  }

  private Stream<Bundle> bundles() {
    Set<String> ofPeople =
        matters.listLifeEvents(Applicant.PERSON).stream()
            .map(LifeEventRow::id)
            .collect(Collectors.toSet());
    return matters.listBundles().stream()
        .sorted(
            Comparator.comparing(bundle -> Collections.disjoint(bundle.lifeEvents(), ofPeople)));
  }

  /** What was asked for, if the district still has it. */
  private Optional<Link> link(Page page, MostUsed.Use use) {
    return use.bundle()
        ? matters.findBundle(use.id()).map(bundle -> link(page, bundle))
        : matters.findMatter(use.id()).map(matter -> link(page, matter));
  }

  static Link link(Page page, Bundle bundle) {
    return new Link(page.t(bundle.name()), "/bundles/" + bundle.id(), page.t(bundle.countWords()));
  }

  static Link link(Page page, Matter matter) {
    return new Link(
        page.t(matter.name()),
        "/matters/" + matter.id(),
        page.t(matter.limits().promised().words()));
  }
}
