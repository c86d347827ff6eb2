package org.yiwang.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** The confirmation after a report was sent: its number, what happens next, and by when. */
@Controller
class DonePages {
  private static final Text TITLE = Text.of("已收到您的诉求", "We have your report");

  private final Cases cases;
  private final Requests requests;
  private final ShowRequest showRequest;
  private final ProofCookie proofCookie;

  DonePages(Cases cases, Requests requests, ShowRequest showRequest, ProofCookie proofCookie) {
    this.cases = cases;
    this.requests = requests;
    this.showRequest = showRequest;
    this.proofCookie = proofCookie;
  }

  @GetMapping("/report/done/{number}")
  ModelAndView done(
      Page page, Viewer viewer, @PathVariable String number, HttpServletRequest request) {
    Optional<Case> found = cases.find(number);
    Optional<Proof> proof =
        found
            .flatMap(
                of ->
                    requests
                        .prove(of, viewer)
                        .or(() -> requests.prove(of, one -> proofCookie.find(request, one))))
            .filter(Proof::reporter);
    return proof.isEmpty()
        ? page.redirect("/requests/lookup")
        : page.view(
            "request/done",
            TITLE,
            "view",
            showRequest.show(page, found.orElseThrow(), proof.get()));
  }
}
