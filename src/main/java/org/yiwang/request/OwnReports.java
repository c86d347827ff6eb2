package org.yiwang.request;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Cases;
import org.yiwang.casework.OwnCases;
import org.yiwang.casework.OwnLine;
import org.yiwang.casework.OwnLineTeller;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/** What somebody reported from their account (我的诉求), each leading to its own page. */
@Component
class OwnReports implements OwnLineTeller {
  private final Cases cases;
  private final ReportedCases reported;
  private final OwnCases own;

  OwnReports(Cases cases, ReportedCases reported, OwnCases own) {
    this.cases = cases;
    this.reported = reported;
    this.own = own;
  }

  @Override
  public List<OwnLine> listOwn(Page page, Viewer signedIn) {
    return cases.listReportedBy(signedIn.requireSignedIn()).stream()
        .filter(reported::isReport)
        .map(of -> own.line(page, of, ReportedCases.href(of)))
        .toList();
  }
}
