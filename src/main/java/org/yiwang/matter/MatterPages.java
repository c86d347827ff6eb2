package org.yiwang.matter;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Start pages (办事指南) for everybody, before any sign-in: what a matter or a bundle takes. */
@Controller
class MatterPages {
  private final Matters matters;
  private final Units units;

  MatterPages(Matters matters, Units units) {
    this.matters = matters;
    this.units = units;
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
        "delegated",
        delegated(page, matter),
        "questions",
        matters.questions(List.of(matter)));
  }

  @GetMapping("/bundles/{id}")
  ModelAndView bundle(Page page, @PathVariable String id) {
    Bundle bundle = matters.findBundle(id).orElseThrow(MatterPages::missing);
    return page.view(
        "matter/bundle",
        bundle.name(),
        "bundle",
        bundle,
        "members",
        bundle.members().stream().map(member -> member(page, member)).toList(),
        "saving",
        matters.saving(bundle),
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

  /** Who takes it in where that is somebody else; empty where it is not. */
  private String delegated(Page page, Matter matter) {
    String to = String.valueOf(matter.delegated());
    return to.equals(MatterLinks.STREET)
        ? page.t("您所在街道的办事处", "the office of your subdistrict")
        : units.findUnit(to).map(one -> page.t(one.name())).orElse("");
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
