package org.yiwang.notice;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/** Tries a message again that had been given up, and writes down who wanted it. */
@Component
class SendAgain {
  private final NoticeStore store;
  private final Journal journal;
  private final DistrictTime time;

  SendAgain(NoticeStore store, Journal journal, DistrictTime time) {
    this.store = store;
    this.journal = journal;
    this.time = time;
  }

  @Transactional
  void send(UUID id, Actor actor) {
    if (store.tryAgain(id, time.instant())) {
      journal.append(new NewEntry(actor, "notice.sent-again", "notice:" + id, Map.of()));
    }
  }
}
