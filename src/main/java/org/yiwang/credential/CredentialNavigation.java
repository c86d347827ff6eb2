package org.yiwang.credential;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.pack.Text;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;

/** The header's link: to the wallet for residents, to what was issued for an issuer's officers. */
@Component
class CredentialNavigation implements NavigationPart {
  private static final int AFTER_REQUESTS = 35;
  private static final int AFTER_DESK = 130;

  private final Viewers viewers;
  private final CredentialTypes types;

  CredentialNavigation(Viewers viewers, CredentialTypes types) {
    this.viewers = viewers;
    this.types = types;
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    if (types.listTypes().isEmpty() || !viewer.signedIn()) {
      return List.of();
    }
    if (viewer.may(Permission.MANAGE_CREDENTIALS)) {
      return List.of(
          new NavLink(Text.of("证照管理", "Credentials issued"), "/credentials", AFTER_DESK));
    }
    return viewer.may(Permission.SEE_CASES)
        ? List.of()
        : List.of(new NavLink(Text.of("我的证照", "Wallet"), "/wallet", AFTER_REQUESTS));
  }
}
