package org.yiwang.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The header's way to the applicant's own applications, and officers' to counter and help. */
@Component
class SubmissionNavigation implements NavigationPart {
  private final Viewers viewers;
  private final Matters matters;
  private final HelpingOfficers helping;

  SubmissionNavigation(Viewers viewers, Matters matters, HelpingOfficers helping) {
    this.helping = helping;
    this.viewers = viewers;
    this.matters = matters;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    boolean officer = viewer.may(Permission.SEE_CASES);
    if (officer || viewer.may(Permission.TAKE_IN)) {
      return links(viewer);
    }
    return viewer.signedIn() && !matters.listMatters().isEmpty()
        ? List.of(new NavLink(Text.of("我的办件", "Applications"), "/applications", 45))
        : List.of();
  }

  private List<NavLink> links(Viewer officer) {
    List<NavLink> links = new ArrayList<>();
    if (officer.may(Permission.TAKE_IN) && !matters.listMatters().isEmpty()) {
      links.add(new NavLink(Text.of("窗口代收", "Counter"), "/window", 105));
    }
    if (helping.everHandles(officer)) {
      links.add(new NavLink(Text.of("线上帮办", "Help from afar"), "/help", 106));
    }
    return links;
  }
}
