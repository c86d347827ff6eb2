package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.party.Contacts;
import org.yiwang.party.Parties;

/**
 * Tells whoever asked about their file how it goes on (告知进展), in the transaction of the step; by
 * text message who has no account.
 */
@Component
class TellAsker {
  private final FileStore store;
  private final Notices notices;
  private final Parties parties;
  private final Contacts contacts;

  TellAsker(FileStore store, Notices notices, Parties parties, Contacts contacts) {
    this.contacts = contacts;
    this.store = store;
    this.notices = notices;
    this.parties = parties;
  }

  @EventListener
  void follow(CaseMoved moved) {
    Case now = moved.now();
    Text news = moved.news();
    if (news == null || !OpenFileCase.opened(now)) {
      return;
    }
    store
        .findLanguage(now.number()) // other cases have their own way of telling
        .flatMap(language -> asker(now, language))
        .map(to -> new NewNotice(to.whom(), to.way(), now.about().title(), news, now.subject()))
        .ifPresent(notices::tell);
  }

  private record To(Recipient whom, Way way) {}

  /** Who asked without an account may have one by now. */
  private Optional<To> asker(Case of, Language language) {
    UUID party = of.origin().reporter();
    return Optional.ofNullable(of.origin().reporterAccount())
        .or(() -> Optional.ofNullable(party).flatMap(parties::findAccount))
        .map(account -> new To(Recipient.account(account, language), Way.WEB))
        .or(() -> Optional.ofNullable(party).flatMap(one -> message(one, language)));
  }

  private Optional<To> message(UUID party, Language language) {
    return Optional.ofNullable(contacts.masked(party).phone())
        .map(phone -> new To(Recipient.party(party, phone, language), Way.SMS));
  }
}
