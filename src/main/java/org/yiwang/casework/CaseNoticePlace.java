package org.yiwang.casework;

import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.notice.Notice;
import org.yiwang.notice.NoticePlace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** Officers find the case that a message is about where they work on it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // whoever reported it themselves is led to their own page of it
class CaseNoticePlace implements NoticePlace {
  private final Cases cases;

  CaseNoticePlace(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Optional<Link> find(Notice of, Viewer reader, Page page) {
    return reader.may(Permission.SEE_CASES)
        ? Case.numberIn(of.subject())
            .flatMap(number -> cases.find(number, reader))
            .map(found -> Link.of(page.t("去办理", "Open the case"), "/cases/" + found.number()))
        : Optional.empty();
  }
}
