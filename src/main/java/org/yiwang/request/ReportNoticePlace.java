package org.yiwang.request;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.notice.Notice;
import org.yiwang.notice.NoticePlace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** Whoever reported or follows something finds it where it is looked up. */
@Component
@Order(100)
class ReportNoticePlace implements NoticePlace {
  private final Cases cases;
  private final RequestStore store;
  private final ReportedCases reported;

  ReportNoticePlace(Cases cases, RequestStore store, ReportedCases reported) {
    this.reported = reported;
    this.cases = cases;
    this.store = store;
  }

  @Override
  public Optional<Link> find(Notice of, Viewer reader, Page page) {
    return Case.numberIn(of.subject())
        .flatMap(cases::find)
        .filter(found -> concerns(found, reader.requireSignedIn()))
        .flatMap(reported::ownPage)
        .map(href -> Link.of(page.t("看进展", "See it"), href));
  }

  private boolean concerns(Case of, String account) {
    return account.equals(of.origin().reporterAccount()) || store.isFollower(of.number(), account);
  }
}
