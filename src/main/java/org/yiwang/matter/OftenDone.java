package org.yiwang.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** What people most often get done (大家常办的), for the finding page and the first page. */
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

  /** The same, filled up in the pack's order where little was asked for; bundles first. */
  public List<Link> list(Page page, int most) {
    List<Link> links = new ArrayList<>(asked(page, most));
    Stream.concat(
            matters.listBundles().stream().map(bundle -> link(page, bundle)),
            matters.listMatters().stream().map(matter -> link(page, matter)))
        .filter(link -> !links.contains(link))
        .limit(most)
        .forEach(links::add);
    return links.stream().limit(most).toList();
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
