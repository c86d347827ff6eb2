package org.yiwang.party;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;

/**
 * Tells both sides that a relation ended (告知关系结束), in the transaction in which it does; for a firm
 * whoever represents it then.
 */
@Component
class TellRelation {
  private static final Text TITLE = Text.of("一项关系结束了", "A relation ended");

  private final PartyStore parties;
  private final RelationStore relations;
  private final Names names;
  private final Notices notices;
  private final DistrictTime time;

  TellRelation(
      PartyStore parties,
      RelationStore relations,
      Names names,
      Notices notices,
      DistrictTime time) {
    this.parties = parties;
    this.relations = relations;
    this.names = names;
    this.notices = notices;
    this.time = time;
  }

  void ended(Relation of) {
    Text party = name(of.party());
    Text other = name(of.other());
    Text is = of.kind().forward();
    Text words =
        Text.of(
            "“%s是%s的%s”：这项关系已经结束，请看“我的档案”。".formatted(party.zh(), other.zh(), is.zh()),
            "The relation \"%s, %s of %s\" has ended; see My file."
                .formatted(party.en(), is.en(), other.en()));
    Set<String> accounts = standing(of.party());
    accounts.addAll(standing(of.other()));
    for (String account : accounts) {
      Recipient to = Recipient.account(account, notices.languageOf(account));
      notices.tell(new NewNotice(to, Way.WEB, TITLE, words, GrowFile.subject(of.party())));
    }
  }

  private Set<String> standing(UUID party) {
    Set<String> accounts = new LinkedHashSet<>();
    parties.findAccount(party).ifPresent(accounts::add);
    relations.list(party).stream()
        .filter(one -> one.kind() == Relation.Kind.LEGAL_REPRESENTATIVE)
        .filter(one -> one.other().equals(party) && one.lasts(time.instant()))
        .forEach(one -> parties.findAccount(one.party()).ifPresent(accounts::add));
    return accounts;
  }

  private Text name(UUID party) {
    return names.find(party).map(PartyName::name).orElse(Text.same(""));
  }
}
