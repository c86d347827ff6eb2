package org.yiwang.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseWay;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** What a signed-in person reported or follows. */
@Controller
class MyRequestPages {
  private static final Text TITLE = Text.of("我的诉求", "My requests");

  private final Cases cases;
  private final ReportedCases reported;
  private final RequestStore store;
  private final ShowRequest showRequest;

  MyRequestPages(Cases cases, ReportedCases reported, RequestStore store, ShowRequest showRequest) {
    this.cases = cases;
    this.reported = reported;
    this.store = store;
    this.showRequest = showRequest;
  }

  /**
   * One request in the list.
   *
   * @param href the page on which its owner follows it
   */
  record Line(Case of, String href, CaseWay way, String place, boolean followed, boolean waits) {}

  @GetMapping("/requests")
  ModelAndView list(Page page, Viewer viewer) {
    String account = viewer.requireSignedIn();
    List<Line> lines =
        Stream.concat(
                cases.listReportedBy(account).stream().flatMap(of -> line(page, of, false)),
                store.listFollowed(account).stream()
                    .map(cases::find)
                    .flatMap(Optional::stream)
                    .flatMap(of -> line(page, of, true)))
            .toList();
    return page.view("request/mine", TITLE, "lines", lines);
  }

  private Stream<Line> line(Page page, Case of, boolean followed) {
    boolean waits =
        !followed && showRequest.offers(of).stream().anyMatch(offer -> offer.rating().yes());
    String place =
        followed
            ? showRequest.place(page, of, new Proof(of.number(), false))
            : showRequest.address(page, of);
    return reported.ownPage(of).stream()
        .map(href -> new Line(of, href, cases.way(of), place, followed, waits));
  }
}
