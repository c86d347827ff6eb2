package org.yiwang.file;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;
import org.yiwang.party.FactKinds;

/** The header's way to one's own file, and for officers to the files. */
@Component
class FileNavigation implements NavigationPart {
  private final Viewers viewers;
  private final FactKinds kinds;

  FileNavigation(Viewers viewers, FactKinds kinds) {
    this.viewers = viewers;
    this.kinds = kinds;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    if (!viewer.signedIn() || kinds.listKinds().isEmpty()) {
      return List.of();
    }
    if (viewer.may(Permission.READ_FILES)) {
      return List.of(new NavLink(Text.of("档案", "Files"), "/parties", 130));
    }
    return viewer.may(Permission.SEE_CASES)
        ? List.of()
        : List.of(new NavLink(Text.of("我的档案", "File"), "/file", 55));
  }
}
