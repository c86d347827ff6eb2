package org.yiwang.file;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;

/**
 * Tells the other side of a relation that the first one called it wrong (告知对方), so that they can
 * speak before an officer decides. Not why: that was said to the officer.
 */
@Component
class TellOther {
  private static final Text TITLE = Text.of("有人提出一项关系不对", "Somebody says that a relation is wrong");

  private final Parties parties;
  private final Notices notices;
  private final String hotline;

  TellOther(Parties parties, Notices notices, District district) {
    this.parties = parties;
    this.notices = notices;
    this.hotline = district.definition().hotline();
  }

  void asked(Relation wrong, UUID side, Case of) {
    Text first = name(wrong, wrong.party());
    Text second = name(wrong, wrong.other());
    Text is = wrong.kind().forward();
    Text words =
        Text.of(
            "“%s是%s的%s”：对方提出这项关系不对，由工作人员核对（%s）。您有话要说，请打 %s，报这个编号。"
                .formatted(first.zh(), second.zh(), is.zh(), of.number(), hotline),
            "The relation \"%s, %s of %s\": the other side says that it is wrong; an officer checks"
                    .formatted(first.en(), is.en(), second.en())
                + " it (%s). If you have something to say, ring %s and name that number."
                    .formatted(of.number(), hotline));
    UUID across = wrong.across(side);
    Set<String> accounts = new LinkedHashSet<>(parties.accountsFor(across));
    accounts.removeAll(parties.accountsFor(side)); // whoever represents a firm may be both
    for (String account : accounts) {
      Recipient to = Recipient.account(account, notices.languageOf(account));
      notices.tell(new NewNotice(to, Way.WEB, TITLE, words, "party:" + across));
    }
  }

  private Text name(Relation of, UUID party) {
    return parties
        .findName(party)
        .map(
            name -> of.source().kind() == Fact.Source.Kind.CREDENTIAL ? name.masked() : name.name())
        .orElse(Text.same(""));
  }
}
