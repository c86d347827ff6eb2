package org.yiwang.submission;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewers;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;
import org.yiwang.party.Contacts;
import org.yiwang.party.Parties;

/**
 * Tells an applicant something (告知), in the transaction of what it tells of: the party that it is
 * for, a firm by its legal representative, and whoever sent it as long as they may act; by text
 * message who has no account.
 */
@Component
class TellApplicant {
  private final Notices notices;
  private final Parties parties;
  private final Contacts contacts;
  private final Accounts accounts;
  private final Viewers viewers;
  private final Acting acting;

  TellApplicant(
      Notices notices,
      Parties parties,
      Contacts contacts,
      Accounts accounts,
      Viewers viewers,
      Acting acting) {
    this.notices = notices;
    this.contacts = contacts;
    this.parties = parties;
    this.accounts = accounts;
    this.viewers = viewers;
    this.acting = acting;
  }

  /**
   * @param subject what it is about, as the journal names it
   */
  void tell(Submission to, Text title, Text words, String subject) {
    for (String account : accounts(to)) {
      notices.tell(
          new NewNotice(Recipient.account(account, to.language()), Way.WEB, title, words, subject));
    }
    if (parties.findAccount(to.party()).isEmpty()) {
      send(to, title, words, subject);
    }
  }

  /** Whoever was taken in at the counter without an account is told by text message. */
  private void send(Submission to, Text title, Text words, String subject) {
    String phone = contacts.masked(to.party()).phone();
    if (phone != null) {
      Recipient recipient = Recipient.party(to.party(), phone, to.language());
      notices.tell(new NewNotice(recipient, Way.SMS, title, words, subject));
    }
  }

  private Set<String> accounts(Submission to) {
    Set<String> told = new LinkedHashSet<>(parties.accountsFor(to.party()));
    accounts
        .findAccount(UUID.fromString(to.account()))
        .map(viewers::of)
        .filter(agent -> acting.may(agent, to))
        .ifPresent(agent -> told.add(to.account()));
    return told;
  }
}
