package org.yiwang.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The board's link in the header, for those who may see it. */
@Component
class OperationsNavigation implements NavigationPart {
  private final Viewers viewers;

  OperationsNavigation(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    return viewers.current().may(Permission.SEE_BOARD)
        ? List.of(new NavLink(Text.of("城市运行", "Board"), "/board", 120))
        : List.of();
  }
}
