package org.yiwang.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** {@code roles.yaml}: what people are here, how far each sees and what each may do. */
record RolesFile(Map<String, RoleLine> roles) {

  /**
   * @param scope how far the role sees
   * @param may permissions beyond the actions that lifecycles grant the role by name
   * @param start path of the page the role begins with after signing in; derived when absent
   */
  record RoleLine(Text name, Scope scope, List<Permission> may, @Nullable String start) {}
}
