package org.yiwang.matter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The header's way to the catalogue, where there is one. */
@Component
class MatterNavigation implements NavigationPart {
  private final Matters matters;

  MatterNavigation(Matters matters) {
    this.matters = matters;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    return matters.listMatters().isEmpty()
        ? List.of()
        : List.of(new NavLink(Text.of("办事", "Get things done"), "/matters", 10));
  }
}
