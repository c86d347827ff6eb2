package org.yiwang.notice;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** What the reader was told (通知), newest first, each leading to what it is about. */
@Controller
class InboxPages {
  private static final Text TITLE = Text.of("通知", "Messages");
  private static final int MOST = 50;

  private final Inbox inbox;
  private final Notices notices;
  private final NoticeStore store;
  private final DistrictTime time;

  InboxPages(Inbox inbox, Notices notices, NoticeStore store, DistrictTime time) {
    this.inbox = inbox;
    this.notices = notices;
    this.store = store;
    this.time = time;
  }

  /** What was new when the page was asked for is marked so on it once more. */
  @GetMapping("/messages")
  ModelAndView list(Page page, Viewer reader) {
    String account = reader.requireSignedIn();
    List<Inbox.Told> told = inbox.list(page, reader, MOST);
    notices.markSeen(account, page.language());
    return page.view("notice/inbox", TITLE, "told", told);
  }

  /** Leads to what it is about; the message counts as read from then on. */
  @GetMapping("/messages/{id}")
  ModelAndView open(Page page, Viewer reader, @PathVariable UUID id) {
    reader.requireSignedIn();
    Inbox.Told told =
        inbox.find(page, reader, id).orElseThrow(() -> new RefusedException(missing()));
    store.markSeen(id, time.instant());
    return page.redirect(told.to() == null ? "/messages" : told.to().href());
  }

  private static Refusal missing() {
    return Refusal.of(
        Refusal.Kind.MISSING,
        "message-missing",
        Text.of("没有这条通知。", "There is no such message."),
        Text.of("请从“通知”里选择。", "Choose one under Messages."));
  }
}
