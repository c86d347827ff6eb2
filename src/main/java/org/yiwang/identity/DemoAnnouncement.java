package org.yiwang.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.launch.Announcement;

/** Says at the terminal whom one may be in the demo (演示账户), each role once. */
@Component
class DemoAnnouncement implements Announcement {
  private final DemoPeople people;

  DemoAnnouncement(DemoPeople people) {
    this.people = people;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DemoPerson person : people.list()) {
      String role = person.roles().isEmpty() ? "" : person.roles().getFirst().zh();
      String english = person.roles().isEmpty() ? "" : person.roles().getFirst().en();
      if (!said.contains(role)) {
        said.add(role);
        lines.add("  %-22s %s %s".formatted(person.login(), role, english));
      }
    }
    if (!lines.isEmpty()) {
      lines.addFirst("账户  Accounts  everybody's password 密码都是: " + Demo.PASSWORD);
    }
    return lines;
  }
}
