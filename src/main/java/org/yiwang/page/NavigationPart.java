package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What one module adds to the header's links (导航); a bean. Asked for every page, so be quick. */
public interface NavigationPart {
  /** The links this reader may use; empty when none. */
  List<NavLink> links(HttpServletRequest request);
}
