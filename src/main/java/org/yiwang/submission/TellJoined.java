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

  private static final Text PARTED = Text.of("档案与账户解除了认领", "The file left the account");

  private final Notices notices;
  private final Contacts contacts;
  private final String hotline;

  TellJoined(Notices notices, Contacts contacts, District district) {
    this.notices = notices;
    this.contacts = contacts;
    this.hotline = district.definition().hotline();
  }

  /** To the account that loses it, and to the telephone on file. */
  void parted(Joined of) {
    Text words =
        Text.of(
            "本人带证件原件到窗口，说明这个账户不是自己的，档案已与账户分开。有疑问请拨 %s。".formatted(hotline),
            "The owner of the file came to a counter with their document and said that the account is not theirs: the file left it. If you have questions, call %s."
                .formatted(hotline));
    Language language = notices.languageOf(of.account());
    Recipient account = Recipient.account(of.account(), language);
    notices.tell(new NewNotice(account, Way.WEB, PARTED, words, "account:" + of.account()));
    send(of, language, PARTED, there());
  }

  private Text there() {
    return Text.of(
        "窗口看过您的证件原件，已把您的档案和那个网上账户分开。如果到场的不是您，请马上拨 %s。".formatted(hotline),
        "A counter saw your document and parted your file from that online account. If it was not you who came, call %s at once."
            .formatted(hotline));
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
    Text there =
        Text.of(
            "您在窗口建立的档案刚刚并入了一个网上账户，以后的通知发到那里。如果不是您，请马上拨 %s，并带证件原件到窗口解除。".formatted(hotline),
            "The file that began for you at the counter has just joined an online account, where you are told from now on. If that was not you, call %s at once and come to a counter with your document: there it is undone."
                .formatted(hotline));
    send(of, language, TITLE, there);
  }

  private void send(Joined of, Language language, Text title, Text words) {
    String phone = contacts.masked(of.party()).phone();
    if (phone != null) {
      Recipient recipient = Recipient.party(of.party(), phone, language);
      notices.tell(new NewNotice(recipient, Way.SMS, title, words, "party:" + of.party()));
    }
  }
}
