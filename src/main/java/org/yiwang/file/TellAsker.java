package org.yiwang.file;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** Tells whoever asked about their file how it goes on (告知进展), in the transaction of the step. */
@Component
class TellAsker {
  private final FileStore store;
  private final Notices notices;
  private final Language language;

  TellAsker(FileStore store, Notices notices, District district) {
    this.store = store;
    this.notices = notices;
    this.language = district.definition().languages().getFirst();
  }

  @EventListener
  void follow(CaseMoved moved) {
    Case now = moved.now();
    String account = now.origin().reporterAccount();
    if (moved.tell() == null || account == null || !ours(now.number())) {
      return;
    }
    Text says = moved.tell();
    Text words =
        Text.of(
            "%s（%s）：%s".formatted(now.about().title().zh(), now.number(), says.zh()),
            "%s (%s): %s".formatted(now.about().title().en(), now.number(), says.en()));
    notices.tell(
        new NewNotice(
            Recipient.account(account, language),
            Way.WEB,
            now.about().title(),
            words,
            now.subject()));
  }

  private boolean ours(String number) {
    return store.findCorrection(number).isPresent() || store.findQuestion(number).isPresent();
  }
}
