package org.yiwang.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.pack.Text;

/** One line of the demo's sign-in page: whom one may be. */
record DemoPerson(String login, Text name, List<Text> roles, Text unit) {

  /** The sign-in page filled in for this person, leading on to the same page. */
  String href(String to) {
    String end = to.isEmpty() ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    return Doors.SIGN_IN + "?as=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + end;
  }
}
