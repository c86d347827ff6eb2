package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.party.Contacts;
import org.yiwang.party.Joined;

/**
 * Tells that a file has an account now (认领告知): in that account, and by text message to the
 * telephone on file, which is not the account's: whoever joined what is not theirs is found out.
 */
@Component
class TellJoined {
  private static final Text TITLE =
      Text.of("窗口建立的档案并入了账户", "The file from the counter joined an account");

  private final Notices notices;
  private final Contacts contacts;
  private final String hotline;

  TellJoined(Notices notices, Contacts contacts, District district) {
    this.notices = notices;
    this.contacts = contacts;
    this.hotline = district.definition().hotline();
  }

  void tell(Joined of) {
    Language language = notices.languageOf(of.account());
    String subject = "party:" + of.party();
    Text here =
        Text.of(
            "您在窗口建立的档案已并入这个账户：以前的申请、证照和谁看过，都在这里。如果不是您，请拨 %s。".formatted(hotline),
            "The file that began at the counter is this account's now: applications, credentials and who looked are all here. If that was not you, call %s."
                .formatted(hotline));
    notices.tell(
        new NewNotice(Recipient.account(of.account(), language), Way.WEB, TITLE, here, subject));
    String phone = contacts.masked(of.party()).phone();
    if (phone != null) {
      Text there =
          Text.of(
              "您在窗口建立的档案刚刚并入了一个网上账户，以后的通知发到那里。如果不是您，请马上拨 %s，并带证件原件到窗口。".formatted(hotline),
              "The file that began for you at the counter has just joined an online account, where you are told from now on. If that was not you, call %s at once and come to a counter with your document."
                  .formatted(hotline));
      Recipient recipient = Recipient.party(of.party(), phone, language);
      notices.tell(new NewNotice(recipient, Way.SMS, TITLE, there, subject));
    }
  }
}
