package org.yiwang.submission;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * The slip with the case code, as the officer of the visit has it printed (办件码凭条): shown once,
 * since what is made anew ends what was printed before.
 */
@Controller
class SlipPages {
  private static final Text TITLE = Text.of("办件码凭条", "Slip with the case code");

  private final AgreeAtCounter visits;
  private final MakeCode makeCode;
  private final ApplicationView.Maker views;
  private final SlipLink slipLink;

  SlipPages(
      AgreeAtCounter visits, MakeCode makeCode, ApplicationView.Maker views, SlipLink slipLink) {
    this.visits = visits;
    this.makeCode = makeCode;
    this.views = views;
    this.slipLink = slipLink;
  }

  @PostMapping("/window/{id}/code")
  ModelAndView make(Page page, Viewer viewer, @PathVariable UUID id) {
    CounterVisit visit = visits.get(id, viewer);
    CaseCode code = makeCode.make(visit, viewer);
    Submission sent = makeCode.find(visit).orElseThrow();
    return page.view(
        "submission/slip",
        TITLE,
        "visit",
        visit.href(),
        "application",
        views.make(page, sent),
        "code",
        code.grouped(),
        "link",
        slipLink.of(sent, code));
  }
}
