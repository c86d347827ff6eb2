package org.yiwang.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The header's links for whoever reports. */
@Component
class RequestNavigation implements NavigationPart {
  private final Viewers viewers;

  RequestNavigation(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    List<NavLink> links = new ArrayList<>();
    links.add(new NavLink(Text.of("首页", "Home"), "/", 0));
    links.add(new NavLink(Text.of("反映问题", "Report"), "/report", 10));
    links.add(new NavLink(Text.of("查进展", "Look up"), "/requests/lookup", 20));
    if (viewers.current().signedIn()) {
      links.add(new NavLink(Text.of("我的诉求", "My requests"), "/requests", 30));
    }
    return links;
  }
}
