package org.yiwang.casework;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;

/** People for tests. */
final class Folk {
  private Folk() {}

  /** Somebody with one role everywhere in the district. */
  static Viewer anywhere(String account, String role) {
    return in(account, role, Reach.district());
  }

  static Viewer in(String account, String role, Reach reach) {
    return new Viewer(
        account, Text.same(account), Set.of(role), Set.of(Permission.SEE_CASES), reach);
  }

  /** Somebody with several roles, each as far as given. */
  static Viewer inEach(String account, Reach together, Map<String, Reach> roles) {
    return new Viewer(
        account, Text.same(account), roles.keySet(), Set.of(Permission.SEE_CASES), together, roles);
  }

  /** Somebody who only reports. */
  static Viewer resident(@Nullable String account) {
    return new Viewer(account, Text.of("居民", "Resident"), Set.of(), Set.of(), Reach.none());
  }

  static Reach area(String code) {
    return new Reach(false, Set.of(code), Set.of(), Set.of());
  }

  static Reach unit(String id) {
    return new Reach(false, Set.of(), Set.of(), Set.of(id));
  }
}
