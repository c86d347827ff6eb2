package org.yiwang.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The desk's link in the header, for those who have one. */
@Component
class DeskNavigation implements NavigationPart {
  private final Viewers viewers;

  DeskNavigation(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    return viewers.current().may(Permission.SEE_CASES)
        ? List.of(new NavLink(Text.of("办件台", "Desk"), "/desk", 100))
        : List.of();
  }
}
