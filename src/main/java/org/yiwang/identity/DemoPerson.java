package org.yiwang.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.pack.Text;

/**
 * Whom one may be in the demo (演示账户).
 *
 * @param announced whether the start names the account at the terminal
 */
record DemoPerson(String login, Text name, List<Text> roles, Text unit, boolean announced) {
  private static final Text NO_ROLE = Text.of("其他", "Others");

  /** The role that it is found under. */
  Text kind() {
    return roles.isEmpty() ? NO_ROLE : roles.getFirst();
  }

  /** What else it is: at a small station one person verifies and has hands of its own. */
  List<Text> otherRoles() {
    return roles.stream().skip(1).toList();
  }

  /** The sign-in page filled in for this person, leading on to the same page. */
  String href(String to) {
    String end = to.isEmpty() ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    return Doors.SIGN_IN + "?as=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + end;
  }
}
