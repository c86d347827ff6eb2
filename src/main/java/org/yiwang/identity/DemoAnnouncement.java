package org.yiwang.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.launch.Announcement;

/** Says at the terminal whom one may be in the demo (演示账户): what the pack announces, each role. */
@Component
class DemoAnnouncement implements Announcement {
  private final DemoPeople people;

  DemoAnnouncement(DemoPeople people) {
    this.people = people;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<DemoPerson> all = people.list();
    for (DemoKind kind : DemoKind.of(all)) {
      kind.announced().forEach(person -> lines.add(line(person)));
    }
    if (!lines.isEmpty()) {
      lines.addFirst("账户  Accounts  everybody's password 密码都是: " + Demo.PASSWORD);
      lines.add("  /sign-in lists all %d. 登录页列出全部。".formatted(all.size()));
    }
    return lines;
  }

  private static String line(DemoPerson person) {
    return "  %-18s %s %s · %s %s"
        .formatted(
            person.login(),
            person.kind().zh(),
            person.kind().en(),
            person.name().zh(),
            person.name().en());
  }
}
