package org.yiwang.party;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.party.Mandate.State;

/**
 * Tells both sides of a mandate what became of it (授权告知), in the transaction of the step; for a
 * firm those who represent it. Whoever only asked learns nothing of whom they named.
 */
@Component
class TellMandate {
  private static final Text TITLE = Text.of("代办授权", "A mandate");

  private final Standing standing;
  private final MandateView views;
  private final Notices notices;
  private final Language language;

  TellMandate(Standing standing, MandateView views, Notices notices, District district) {
    this.standing = standing;
    this.views = views;
    this.notices = notices;
    this.language = district.definition().languages().getFirst();
  }

  /**
   * @param row as it was when it was asked or given
   * @param became how it stands now
   */
  void tell(MandateStore.Row row, State became) {
    boolean known = became == State.GIVEN || row.given() != null;
    Text agent = views.of(row).agent().name();
    Text principal = (known ? views.of(row) : views.forAgent(row)).principal().name();
    Text about = about(row);
    Set<String> ofPrincipal = standing.accounts(row.principal());
    Set<String> ofAgent = standing.accounts(row.agent());
    ofPrincipal.forEach(account -> send(account, row, toPrincipal(became, agent), about));
    ofAgent.removeAll(ofPrincipal);
    ofAgent.forEach(account -> send(account, row, toAgent(became, principal), about));
  }

  private static Text toPrincipal(State became, Text agent) {
    return switch (became) {
      case ASKED ->
          said(
              "%s请求替您办事，请到“代办授权”同意或不同意",
              "%s asks to act for you; say yes or no under Mandates", agent);
      case GIVEN -> said("%s现在可以替您办事", "%s may act for you now", agent);
      case DECLINED -> said("%s替您办事的请求没有成立", "The request of %s to act for you is closed", agent);
      case REVOKED -> said("%s不再替您办事", "%s no longer acts for you", agent);
      case EXPIRED -> said("%s替您办事的授权到期", "The mandate of %s to act for you is over", agent);
    };
  }

  private static Text toAgent(State became, Text principal) {
    return switch (became) {
      case ASKED ->
          said(
              "您请求替“%s”办事；如有此人，对方同意后这里会告诉您",
              "You asked to act for \"%s\"; if they are here and say yes, you are told", principal);
      case GIVEN -> said("您现在可以替%s办事", "You may act for %s now", principal);
      case DECLINED ->
          said("您替“%s”办事的请求没有成立", "Your request to act for \"%s\" is closed", principal);
      case REVOKED -> said("您不再替%s办事", "You no longer act for %s", principal);
      case EXPIRED -> said("您替%s办事的授权到期", "Your mandate to act for %s is over", principal);
    };
  }

  private static Text said(String zh, String en, Text who) {
    return Text.of(zh.formatted(who.zh()), en.formatted(who.en()));
  }

  private static Text about(MandateStore.Row row) {
    int matters = row.matters().size();
    return matters == 0
        ? Text.of("全部事项，到%s".formatted(row.until()), "all matters, until " + row.until())
        : Text.of(
            "%d项，到%s".formatted(matters, row.until()), matters + " matters, until " + row.until());
  }

  private void send(String account, MandateStore.Row row, Text says, Text about) {
    Text words =
        Text.of(
            "%s（%s）。".formatted(says.zh(), about.zh()),
            "%s (%s).".formatted(says.en(), about.en()));
    notices.tell(
        new NewNotice(
            Recipient.account(account, language), Way.WEB, TITLE, words, "mandate:" + row.id()));
  }
}
