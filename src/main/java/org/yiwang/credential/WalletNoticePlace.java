package org.yiwang.credential;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.notice.Notice;
import org.yiwang.notice.NoticePlace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** Holders find the credential that a message is about in their wallet. */
@Component
class WalletNoticePlace implements NoticePlace {
  private static final String CREDENTIAL = "credential:";

  @Override
  public Optional<Link> find(Notice of, Viewer reader, Page page) {
    return of.subject().startsWith(CREDENTIAL)
        ? Optional.of(
            Link.of(
                page.t("看证照", "See the credential"),
                "/wallet/" + of.subject().substring(CREDENTIAL.length())))
        : Optional.empty();
  }
}
