package org.yiwang.submission;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drops drafts that nobody went on with (清理旧草稿), and ends the help with them. */
@Component
class ForgottenDrafts {
  private final DraftStore drafts;
  private final EndHelp endHelp;

  ForgottenDrafts(DraftStore drafts, EndHelp endHelp) {
    this.drafts = drafts;
    this.endHelp = endHelp;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT12M")
  @Transactional
  void drop() {
    drafts.dropOld().forEach(draft -> endHelp.dropped(draft, EndHelp.By.PROGRAM));
  }
}
