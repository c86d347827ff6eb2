package org.yiwang.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The header's way to what the reader was told, with how much of it is new. */
@Component
class InboxNavigation implements NavigationPart {
  private static final int AFTER_FILE = 58;

  private final Viewers viewers;
  private final Notices notices;

  InboxNavigation(Viewers viewers, Notices notices) {
    this.viewers = viewers;
    this.notices = notices;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    return viewer.account() == null
        ? List.of()
        : List.of(
            new NavLink(
                Text.of("通知", "Messages"),
                "/messages",
                AFTER_FILE,
                notices.countUnseen(viewer.account())));
  }
}
