package org.yiwang.party;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;

/**
 * Tells both sides that a relation ended (告知关系结束), in the transaction in which it does; for a firm
 * whoever represents it then. Where a number in a credential led from one to the other, persons are
 * named in part: a number alone must not give the name away.
 */
@Component
class TellRelation {
  private static final Text TITLE = Text.of("一项关系结束了", "A relation ended");

  private final Standing standing;
  private final Names names;
  private final Notices notices;

  TellRelation(Standing standing, Names names, Notices notices) {
    this.standing = standing;
    this.names = names;
    this.notices = notices;
  }

  void ended(Relation of) {
    Text party = name(of, of.party());
    Text other = name(of, of.other());
    Text is = of.kind().forward();
    Text words =
        Text.of(
            "“%s是%s的%s”：这项关系已经结束，请看“我的档案”。".formatted(party.zh(), other.zh(), is.zh()),
            "The relation \"%s, %s of %s\" has ended; see My file."
                .formatted(party.en(), is.en(), other.en()));
    Set<String> accounts = standing.accounts(of.party());
    accounts.addAll(standing.accounts(of.other()));
    for (String account : accounts) {
      Recipient to = Recipient.account(account, notices.languageOf(account));
      notices.tell(new NewNotice(to, Way.WEB, TITLE, words, GrowFile.subject(of.party())));
    }
  }

  private Text name(Relation of, UUID party) {
    return names
        .find(party)
        .map(
            name -> of.source().kind() == Fact.Source.Kind.CREDENTIAL ? name.masked() : name.name())
        .orElse(Text.same(""));
  }
}
