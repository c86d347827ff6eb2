package org.yiwang.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.credential.AskedElsewhere;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** The way to a wallet in another region and back (去外地卡包调取). */
@Controller
class FetchPages {
  private static final Text TITLE = Text.of("到外地的卡包里取", "Fetch from a wallet elsewhere");

  private final Drafts drafts;
  private final FetchElsewhere fetch;
  private final Holdings holdings;
  private final EvidencePages pages;

  FetchPages(Drafts drafts, FetchElsewhere fetch, Holdings holdings, EvidencePages pages) {
    this.drafts = drafts;
    this.fetch = fetch;
    this.holdings = holdings;
    this.pages = pages;
  }

  /** What the applicant reads before going there. */
  record Leaving(AskedElsewhere asked, List<Paper> papers, String purpose, String back) {}

  /**
   * One paper that is fetched.
   *
   * @param claims what of it, in words
   */
  record Paper(String name, String claims) {}

  /** Comes back with a code, or is about to go: the address is the same, the code is used once. */
  @GetMapping("/drafts/{id}/elsewhere/{papers}/{request}")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable String papers,
      @PathVariable UUID request,
      @RequestParam(name = "response_code", defaultValue = "") String code) {
    Drafts.Open open = drafts.get(id, viewer);
    List<Evidence> wanted = FetchElsewhere.papers(open, papers);
    return code.isEmpty()
        ? leave(page, open, wanted, request)
        : back(page, open, wanted, new Came(request, code));
  }

  private record Came(UUID request, String code) {}

  private ModelAndView back(Page page, Drafts.Open open, List<Evidence> wanted, Came came) {
    try {
      fetch.take(open, wanted, came.request(), came.code());
      return page.redirect(open.draft().href() + "/evidence");
    } catch (RefusedException refused) {
      return pages.show(page, open, Refusals.of(refused), Map.of());
    }
  }

  private ModelAndView leave(Page page, Drafts.Open open, List<Evidence> wanted, UUID request) {
    Leaving leaving =
        new Leaving(
            fetch.get(open, wanted, request),
            wanted.stream().map(one -> paper(page, one)).toList(),
            page.t(open.wanted().name()),
            open.draft().href() + "/evidence");
    return page.view("submission/leaving", TITLE, "leaving", leaving);
  }

  private Paper paper(Page page, Evidence evidence) {
    String claims = String.join(page.t("、", ", "), holdings.claimNames(page, evidence));
    return new Paper(page.t(evidence.name()), claims);
  }
}
