package org.yiwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.ChromePart;
import org.yiwang.page.NavLink;
import org.yiwang.page.NavigationPart;
import org.yiwang.page.SignedIn;

/**
 * The header's part of this module: who is signed in, and the links of auditors and administrators.
 */
@Component
class IdentityChrome implements ChromePart, NavigationPart {
  private final Viewers viewers;
  private final Accounts accounts;
  private final Posts posts;

  IdentityChrome(Viewers viewers, Accounts accounts, Posts posts) {
    this.viewers = viewers;
    this.accounts = accounts;
    this.posts = posts;
  }

  @Override
  public Optional<SignedIn> signedIn(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    if (viewer.account() == null || viewer.account().startsWith("client:")) {
      return Optional.empty();
    }
    return accounts
        .findAccount(UUID.fromString(viewer.account()))
        .map(a -> new SignedIn(a.name(), posts.words(a), "/account", "/sign-out"));
  }

  @Override
  public String signInHref(HttpServletRequest request) {
    return request.getRequestURI().equals(Doors.SIGN_IN)
        ? Doors.SIGN_IN
        : Doors.signIn(Doors.wanted(request));
  }

  @Override
  public List<NavLink> links(HttpServletRequest request) {
    Viewer viewer = viewers.current();
    List<NavLink> links = new ArrayList<>();
    if (viewer.may(Permission.SEE_ACCESS_LOG)) {
      links.add(new NavLink(Text.of("查阅日志", "Access log"), "/access-log", 180));
    }
    if (viewer.may(Permission.ADMINISTER)) {
      links.add(new NavLink(Text.of("系统管理", "Administration"), "/admin", 190));
    }
    return links;
  }
}
