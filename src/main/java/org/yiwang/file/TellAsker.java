package org.yiwang.file;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;

/** Tells whoever asked about their file how it goes on (告知进展), in the transaction of the step. */
@Component
class TellAsker {
  private final FileStore store;
  private final Notices notices;

  TellAsker(FileStore store, Notices notices) {
    this.store = store;
    this.notices = notices;
  }

  @EventListener
  void follow(CaseMoved moved) {
    Case now = moved.now();
    String account = now.origin().reporterAccount();
    Text news = moved.news();
    if (news == null || account == null || !OpenFileCase.opened(now)) {
      return;
    }
    store
        .findLanguage(now.number()) // other cases have their own way of telling
        .map(language -> Recipient.account(account, language))
        .map(to -> new NewNotice(to, Way.WEB, now.about().title(), news, now.subject()))
        .ifPresent(notices::tell);
  }
}
