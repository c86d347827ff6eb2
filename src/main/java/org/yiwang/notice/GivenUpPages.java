package org.yiwang.notice;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * Messages that could not be delivered (未送达通知), for administrators: everything under {@code /admin}
 * is theirs alone.
 */
@Controller
class GivenUpPages {
  private static final int MOST = 200;
  private static final Text TITLE = Text.of("未送达的通知", "Messages not delivered");

  private final Notices notices;
  private final SendAgain sendAgain;

  GivenUpPages(Notices notices, SendAgain sendAgain) {
    this.notices = notices;
    this.sendAgain = sendAgain;
  }

  @GetMapping("/admin/messages")
  ModelAndView list(Page page) {
    List<Notice> lost = notices.listGivenUp(MOST);
    return page.view("notice/givenUp", TITLE, "lost", lost);
  }

  @PostMapping("/admin/messages/{id}/again")
  ModelAndView again(Page page, Viewer viewer, @PathVariable UUID id) {
    sendAgain.send(id, new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name()));
    return page.redirect("/admin/messages");
  }
}
