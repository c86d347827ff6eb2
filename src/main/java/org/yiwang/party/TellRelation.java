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
 * Tells both sides that a relation began or ended (告知关系), in the transaction in which it does; for
 * a firm whoever represents it then. Where a number in a credential led from one to the other,
 * persons are named in part: a number alone must not give the name away.
 */
@Component
class TellRelation {
  private static final Text BEGAN = Text.of("登记了一项关系", "A relation was put on file");
  private static final Text ENDED = Text.of("一项关系结束了", "A relation ended");

  private final Standing standing;
  private final Names names;
  private final Notices notices;

  TellRelation(Standing standing, Names names, Notices notices) {
    this.standing = standing;
    this.names = names;
    this.notices = notices;
  }

  void began(Relation of) {
    tell(
        of,
        BEGAN,
        Text.of(
            "“%s是%s的%s”：这项关系已登记。不对的，请在“我的档案”里提出更正。",
            "The relation \"%s, %s of %s\" is on file now. If it is wrong, say so in My file."));
  }

  void ended(Relation of) {
    tell(
        of,
        ENDED,
        Text.of(
            "“%s是%s的%s”：这项关系已经结束，请看“我的档案”。",
            "The relation \"%s, %s of %s\" has ended; see My file."));
  }

  private void tell(Relation of, Text title, Text says) {
    Text party = name(of, of.party());
    Text other = name(of, of.other());
    Text is = of.kind().forward();
    Text words =
        Text.of(
            says.zh().formatted(party.zh(), other.zh(), is.zh()),
            says.en().formatted(party.en(), is.en(), other.en()));
    Set<String> accounts = standing.accounts(of.party());
    accounts.addAll(standing.accounts(of.other()));
    for (String account : accounts) {
      Recipient to = Recipient.account(account, notices.languageOf(account));
      notices.tell(new NewNotice(to, Way.WEB, title, words, GrowFile.subject(of.party())));
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
