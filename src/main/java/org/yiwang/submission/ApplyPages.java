package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** Begins an application (开始办理): asks for whom where there is a choice (为谁办). */
@Controller
class ApplyPages {
  private static final Text TITLE = Text.of("为谁办？", "For whom?");
  private static final Text ALREADY = Text.of("不用再申请", "No need to apply again");

  private final Drafts drafts;
  private final Matters matters;
  private final WantedMaker wanted;

  ApplyPages(Drafts drafts, Matters matters, WantedMaker wanted) {
    this.drafts = drafts;
    this.matters = matters;
    this.wanted = wanted;
  }

  /**
   * What the address says beside the target.
   *
   * @param code that was scanned
   * @param party for whom; null while nobody is chosen
   */
  private record Begun(Target target, String code, @Nullable UUID party) {
    String href(Acting.For one) {
      var address = UriComponentsBuilder.fromPath(target.apply()).queryParam("for", one.id());
      return (code.isEmpty() ? address : address.queryParam("code", code)).encode().toUriString();
    }
  }

  @GetMapping("/apply/{matter}")
  ModelAndView matter(
      Page page,
      Viewer viewer,
      @PathVariable String matter,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = "for", required = false) @Nullable UUID party) {
    return begin(page, viewer, new Begun(Target.matter(matter), code, party));
  }

  @GetMapping("/apply/bundles/{bundle}")
  ModelAndView bundle(
      Page page,
      Viewer viewer,
      @PathVariable String bundle,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = "for", required = false) @Nullable UUID party) {
    return begin(page, viewer, new Begun(Target.bundle(bundle), code, party));
  }

  private ModelAndView begin(Page page, Viewer viewer, Begun begun) {
    if (begun.party() != null) {
      return begin(page, viewer, begun, begun.party());
    }
    List<Acting.For> choices = drafts.choices(begun.target(), viewer);
    if (choices.size() == 1) {
      return begin(page, viewer, begun, choices.getFirst().id());
    }
    List<Link> links =
        choices.stream()
            .map(one -> new Link(name(page, one), begun.href(one), why(page, one)))
            .toList();
    return page.view(
        "submission/forWhom", TITLE, "wanted", wanted.get(begun.target()), "links", links);
  }

  /** Nobody answers twenty questions to hear at the end that they have it already. */
  private ModelAndView begin(Page page, Viewer viewer, Begun begun, UUID party) {
    var against = drafts.findAgainst(begun.target(), party, viewer);
    if (against.isPresent()) {
      return page.view(
          HttpStatus.CONFLICT, "submission/already", ALREADY, "against", against.get());
    }
    return page.redirect(draft(begun, party, viewer).href());
  }

  /** A code that is unknown, or begins something else, adds nothing. */
  private Draft draft(Begun begun, UUID party, Viewer viewer) {
    return matters
        .findCode(begun.code())
        .map(known -> drafts.begin(begun.target(), party, known, viewer))
        .orElseGet(() -> drafts.begin(begun.target(), party, viewer));
  }

  private static String name(Page page, Acting.For one) {
    return one.own() ? page.t("我自己", "Myself") : page.t(one.party().name());
  }

  private static @Nullable String why(Page page, Acting.For one) {
    return one.own() ? null : ActingWords.basis(page, one);
  }
}
