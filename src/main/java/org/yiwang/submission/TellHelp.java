package org.yiwang.submission;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Account;
import org.yiwang.matter.Matter;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;

/** Tells both sides of what was written with a draft (草稿帮办通知); without a word of it. */
@Component
class TellHelp {
  private final Notices notices;
  private final HelpingOfficers officers;
  private final MessageStore messages;

  TellHelp(Notices notices, HelpingOfficers officers, MessageStore messages) {
    this.notices = notices;
    this.officers = officers;
    this.messages = messages;
  }

  /** Whoever helped before and still may; all who may where nobody did. */
  void unit(DraftHelp help, Matter matter) {
    Set<String> may = new LinkedHashSet<>();
    officers.list(matter, help.unit()).stream()
        .map(Account::id)
        .map(String::valueOf)
        .filter(account -> !account.equals(help.account()))
        .forEach(may::add);
    Set<String> helped = new LinkedHashSet<>();
    messages.list(help.subject()).stream()
        .filter(Message::fromOffice)
        .map(Message::account)
        .filter(may::contains)
        .forEach(helped::add);
    tell(
        helped.isEmpty() ? may : helped,
        Text.of("有人填写时请您帮忙", "Somebody asks for help with filling in"),
        Text.of(
            "正在填写“%s”的申请人有问题，请在“线上帮办”里回复。".formatted(matter.name().zh()),
            "Somebody who fills in “%s” has a question; please answer it under “Help”."
                .formatted(matter.name().en())),
        help.subject());
  }

  void applicant(DraftHelp help, Text what, boolean points) {
    tell(
        Set.of(help.account()),
        points
            ? Text.of("请您看一项", "Please look at one answer")
            : Text.of("工作人员给您留言", "An officer wrote to you"),
        Text.of(
            "“%s”草稿：请在“我的办件”里打开草稿，点“线上帮办”。".formatted(what.zh()),
            "Your draft of “%s”: open it from your applications and choose “Help from afar”."
                .formatted(what.en())),
        help.subject());
  }

  private void tell(Collection<String> accounts, Text title, Text words, String subject) {
    for (String account : accounts) {
      Recipient to = Recipient.account(account, notices.languageOf(account));
      notices.tell(new NewNotice(to, Way.WEB, title, words, subject));
    }
  }
}
