package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Whose credentials fill in an application, and who reads of it: one's own is no look, a firm's is
 * one, with what it was for; an officer's look at a firm's draft concerns whoever wrote it too.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class WhoseWalletTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");
  private static final Pattern ASKED = Pattern.compile("company-change@[a-z-]+");

  @LocalServerPort private int port;
  @Autowired private Holdings holdings;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private AccessLog access;

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private UUID cafe() {
    return parties.representedBy(party("lu")).stream()
        .filter(firm -> parties.nameOf(firm).name().zh().contains("巷口咖啡"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> looksAt(UUID party) {
    return access.listLooksAt(List.of("party:" + party), null, 100).stream()
        .map(look -> look.purpose().zh())
        .toList();
  }

  private static long count(List<String> purposes, String words) {
    return purposes.stream().filter(purpose -> purpose.contains(words)).count();
  }

  @Test
  void whoHasNoFileYetGetsNoneByBeingAskedForCredentials() {
    PartyName firm = parties.nameOf(cafe());
    String nobody = UUID.randomUUID().toString();
    assertThat(holdings.wallets(firm, nobody)).containsExactly(firm.id());
    assertThat(parties.findOfAccount(nobody)).isEmpty();

    String lu = accounts.findByLogin("lu").orElseThrow().id().toString();
    assertThat(holdings.wallets(firm, lu)).containsExactly(firm.id(), party("lu"));
    assertThat(holdings.wallets(firm, null)).as("at the counter").containsExactly(firm.id());
    PartyName self = parties.nameOf(party("lu"));
    assertThat(holdings.wallets(self, lu)).containsExactly(self.id());
  }

  @Test
  void theFirmReadsOfItWithItsPurposeAndOfOnesOwnThereIsNoLook() {
    List<String> own = looksAt(party("lu"));
    List<String> firms = looksAt(cafe());
    var lu = new Applicant(port, "lu");
    String draft = Applicant.found(DRAFT, lu.person.get("/apply/shop-sign?for=" + cafe()).body());
    assertThat(lu.person.get(draft + "/parts/applicant").words()).contains("居民身份证");
    assertThat(looksAt(cafe())).hasSize(firms.size() + 1);
    assertThat(looksAt(cafe()).getFirst()).contains("代办填写“", "证照");
    assertThat(access.listLooksAt(List.of("party:" + cafe()), null, 1).getFirst().by())
        .as("her name, and that she represents it by law")
        .isNotNull()
        .matches(by -> by.byLaw() && by.agent().equals(parties.nameOf(party("lu")).name()));
    assertThat(looksAt(party("lu"))).as("her own identity card").isEqualTo(own);
    lu.person.form(draft + "/drop", Map.of());

    String mine =
        Applicant.found(DRAFT, lu.person.get("/apply/residence-permit?for=" + party("lu")).body());
    lu.person.get(mine);
    assertThat(looksAt(party("lu"))).as("her own application").isEqualTo(own);
    lu.person.form(mine + "/drop", Map.of());
  }

  @Test
  void whoeverHelpsWithAFirmsDraftLooksAtWhoWroteItToo() {
    var lu = new Applicant(port, "lu");
    String draft =
        Applicant.found(DRAFT, lu.person.get("/apply/company-change?for=" + cafe()).body());
    String asked = Applicant.found(ASKED, lu.person.get(draft + "/help").body());
    lu.person.form(draft + "/help", Map.of("words", "怎么填？", "asked", asked, "agree", "yes"));
    long own = count(looksAt(party("lu")), "线上帮办");
    long firms = count(looksAt(cafe()), "线上帮办");
    var officer = new Applicant(port, "approve-market");
    String help = Applicant.found(HELP, officer.person.get("/help").body());
    assertThat(officer.person.get(help).words()).contains("怎么填？");
    assertThat(count(looksAt(cafe()), "线上帮办")).isEqualTo(firms + 1);
    assertThat(count(looksAt(party("lu")), "线上帮办")).isEqualTo(own + 1);
    lu.person.form(draft + "/drop", Map.of());
  }
}
