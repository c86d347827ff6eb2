package org.yiwang.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Whoever asks (访问者): a signed-in account with its roles and the reach of each, or an anonymous
 * visitor. A controller method takes it as an argument.
 *
 * @param account the account's id; null for an anonymous visitor
 * @param name how the person is shown to colleagues
 * @param roles ids of the roles held, as declared in the pack's {@code roles.yaml}
 * @param permissions what those roles allow
 * @param reach how far the person sees
 */
public record Viewer(
    @Nullable String account,
    Text name,
    Set<String> roles,
    Set<Permission> permissions,
    Reach reach) {

  public static Viewer anonymous() {
    return new Viewer(null, Text.of("访客", "Visitor"), Set.of(), Set.of(), Reach.none());
  }

  public boolean signedIn() {
    return account != null;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public boolean is(String role) {
    return roles.contains(role);
  }
}
