package org.yiwang.identity;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Whoever asks (访问者): a signed-in account with its roles and the reach of each, or an anonymous
 * visitor. A controller method takes it as an argument.
 *
 * @param account the account's id; null for an anonymous visitor
 * @param name how the person is shown to colleagues
 * @param roles ids of the roles held, as declared in the pack's {@code roles.yaml}
 * @param permissions what those roles allow
 * @param reach how far the person sees: all roles together
 * @param reachByRole how far each role reaches; what one role may do ends where that role ends
 */
public record Viewer(
    @Nullable String account,
    Text name,
    Set<String> roles,
    Set<Permission> permissions,
    Reach reach,
    Map<String, Reach> reachByRole) {

  private static final Text NOT_YOURS =
      Text.of("您的账户没有查看或办理这项内容的权限。", "Your account may not see or do this.");
  private static final Text ASK =
      Text.of(
          "如工作需要，请向本单位的系统管理员申请权限，或换一个账户登录。",
          "If your work needs it, ask your administrator, or sign in with another account.");

  /** Somebody all of whose roles reach equally far. */
  public Viewer(
      @Nullable String account,
      Text name,
      Set<String> roles,
      Set<Permission> permissions,
      Reach reach) {
    this(account, name, roles, permissions, reach, each(roles, reach));
  }

  private static Map<String, Reach> each(Set<String> roles, Reach reach) {
    return roles.stream().collect(Collectors.toMap(Function.identity(), role -> reach));
  }

  /** Somebody who has not signed in. */
  public static Viewer anonymous() {
    return new Viewer(null, Text.of("访客", "Visitor"), Set.of(), Set.of(), Reach.none());
  }

  public boolean signedIn() {
    return account != null;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * Goes on only for those who may.
   *
   * @throws SignInNeededException for an anonymous visitor: pages then lead to the sign-in page and
   *     back, the API answers 401
   * @throws RefusedException FORBIDDEN for anybody else without the permission
   */
  public void require(Permission permission) {
    requireSignedIn();
    if (!may(permission)) {
      throw forbidden();
    }
  }

  /**
   * Goes on only for those who have signed in, and tells their account's id.
   *
   * @throws SignInNeededException for an anonymous visitor
   */
  public String requireSignedIn() {
    if (account == null) {
      throw new SignInNeededException();
    }
    return account;
  }

  /** What to throw when something is out of a signed-in person's reach. */
  public static RefusedException forbidden() {
    return new RefusedException(Refusal.of(Refusal.Kind.FORBIDDEN, "forbidden", NOT_YOURS, ASK));
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** How far somebody acts in a role; nowhere in a role not held. */
  public Reach reachOf(String role) {
    return is(role) ? reachByRole.getOrDefault(role, Reach.none()) : Reach.none();
  }
}
