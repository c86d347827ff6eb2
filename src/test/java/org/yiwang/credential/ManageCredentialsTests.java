package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Visitor;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Language;
import org.yiwang.party.Parties;

/** An issuer's officer finds, revokes and corrects what the unit issued; the holder sees it all. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class ManageCredentialsTests {
  private static final String WHY = "读者来电要求更正";

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private Issuers issuers;
  @Autowired private AccessLog access;
  @Autowired private Journal journal;
  @Autowired private Notices notices;
  @Autowired private Accounts accounts;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void anOfficerFindsACardByItsNumberAndSaysWhy() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1"));
    Visitor lin = officer("lin");
    assertThat(lin.get("/credentials").body()).contains(card.number()).doesNotContain("小梅");
    assertThat(lin.get("/credentials?q=" + card.number()).statusCode())
        .as("without a reason")
        .isEqualTo(422);
    assertThat(looks(card)).isEmpty();

    assertThat(lin.get("/credentials?q=" + card.number() + "&why=" + enc(WHY)).body())
        .contains("/credentials/" + card.id());
    assertThat(lin.get("/credentials/" + card.id()).body()).doesNotContain("小梅");
    assertThat(lin.get("/credentials/" + card.id() + "?why=" + enc(WHY)).body()).contains("小梅");
    assertThat(looks(card)).hasSize(2).containsOnly(WHY);

    Visitor mei = officer("mei");
    assertThat(mei.get("/wallet/" + card.id()).body()).contains(WHY);
  }

  @Test
  void anIdentifierIsSoughtWithoutStandingInAnAddress() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1", "ticket", "M-00088001"));
    Visitor lin = officer("lin");
    assertThat(lin.get("/credentials").body())
        .contains("action=\"/credentials\" method=\"post\"")
        .doesNotContain("method=\"get\" action=\"/credentials\"");
    HttpResponse<String> without =
        lin.send("/credentials", "/credentials", "q", "M-00088001", "why", " ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(looks(card)).isEmpty();
    HttpResponse<String> found =
        lin.send("/credentials", "/credentials", "q", "M-00088001", "why", WHY);
    assertThat(found.statusCode()).as("shown, not sent on to an address").isEqualTo(200);
    assertThat(found.body()).contains("/credentials/" + card.id());
    assertThat(looks(card)).containsExactly(WHY);
    assertThat(lin.get("/credentials?q=M-00088001&why=" + enc(WHY)).body())
        .as("an address with an identifier finds nothing")
        .doesNotContain("/credentials/" + card.id());
    HttpResponse<String> numbered =
        lin.send("/credentials", "/credentials", "q", card.number(), "why", WHY);
    assertThat(Visitor.location(numbered)).contains("/credentials?q=" + card.number());
    assertThat(looks(card)).as("only what is shown is a look").hasSize(1);
    assertThat(
            officer("mei")
                .send("/wallet", "/credentials", "q", card.number(), "why", WHY)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anIdentifierFindsWhatSaysItAndOnlyWithinReach() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1", "ticket", "ab 12-34"));
    assertThat(found(Reach.district(), "AB1234")).contains(card.id());
    assertThat(found(Reach.district(), "AB123")).doesNotContain(card.id());
    assertThat(found(Reach.none(), "AB1234")).isEmpty();
    assertThat(
            found(
                new Reach(
                    false, java.util.Set.of(), java.util.Set.of(), java.util.Set.of("card-desk")),
                "AB1234"))
        .contains(card.id());
    assertThat(
            found(
                new Reach(false, java.util.Set.of(), java.util.Set.of(), java.util.Set.of("club")),
                card.number()))
        .isEmpty();
  }

  private List<UUID> found(Reach reach, String sought) {
    return store.listIssued(reach, sought, 50).stream().map(CredentialStore.Row::id).toList();
  }

  @Test
  void revokingNeedsAReasonIsToldAndPublishedAtOnce() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1"));
    Visitor lin = officer("lin");
    String page = "/credentials/" + card.id();
    HttpResponse<String> empty =
        lin.send(page + "?why=" + enc(WHY), page + "/revoke", "why", WHY, "revoke-reason", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("请写明原因", "小梅");
    assertThat(looks(card)).as("being shown again is a look").hasSize(2);
    assertThat(lin.send(page, page + "/revoke", "revoke-reason", " ").body())
        .as("nothing is shown to who says not why")
        .doesNotContain("小梅");
    assertThat(check(card)).isEqualTo(Finding.GENUINE);

    officer("mei").sending("Accept-Language", "en").get("/messages");
    HttpResponse<String> done =
        lin.send(page + "?why=" + enc(WHY), page + "/revoke", "why", WHY, "revoke-reason", "读者退会");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(check(card)).isEqualTo(Finding.REVOKED);
    assertThat(lin.get(page + "?why=" + enc(WHY)).body()).contains("读者退会", "已注销");
    assertThat(notices.listAbout("credential:" + card.id()))
        .anySatisfy(told -> assertThat(told.words().zh()).contains("读者退会"))
        .anySatisfy(
            told -> assertThat(told.to().language()).as("as mei reads").isEqualTo(Language.EN));
    assertThat(officer("mei").get("/wallet/" + card.id()).body()).contains("读者退会");
    Entry entry = last(card, "credential.revoked");
    assertThat(entry.actor().name().zh()).isEqualTo("林老师");
  }

  @Test
  void aCorrectedCardReplacesTheFormerOne() {
    Credential card = issue(Map.of("reader", "小没", "level", "1"));
    Visitor lin = officer("lin");
    String page = "/credentials/" + card.id();
    HttpResponse<String> wrong =
        lin.send(
            page + "?why=" + enc(WHY),
            page + "/reissue",
            "why",
            WHY,
            "claim-reader",
            " ",
            "claim-level",
            "2",
            "reissue-reason",
            "名字写错");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("缺少“读者”", "名字写错");
    assertThat(check(card)).isEqualTo(Finding.GENUINE);

    HttpResponse<String> done =
        lin.send(
            page + "?why=" + enc(WHY),
            page + "/reissue",
            "why",
            WHY,
            "claim-reader",
            "小梅",
            "claim-level",
            "1",
            "reissue-reason",
            "名字写错");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(check(card)).isEqualTo(Finding.REVOKED);
    String made = Visitor.location(done).replaceAll(".*/credentials/([0-9a-f-]{36}).*", "$1");
    Credential corrected =
        credentials.listOf(card.holder()).stream()
            .filter(one -> one.id().toString().equals(made))
            .findFirst()
            .orElseThrow();
    assertThat(corrected.claims()).containsEntry("reader", "小梅");
    assertThat(check(corrected)).isEqualTo(Finding.GENUINE);
    assertThat(Objects.requireNonNull(last(card, "credential.revoked").fact("replaced-by")))
        .isEqualTo(corrected.number());
  }

  /**
   * The issuer may prove that it issued and revoked; to whom a card was shown is not its affair.
   */
  @Test
  void receiptsShowTheHolderAllAndTheIssuerItsOwnActsOnly() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1"));
    credentials.present(
        new PresentRequest(
            card.id(),
            java.util.Set.of(),
            "会员折扣",
            "隔壁书店",
            java.time.Duration.ofDays(1),
            Actor.SYSTEM));
    String receipts = "/journal/receipts?subject=credential:" + card.id();
    assertThat(officer("mei").get(receipts).body()).contains("签发了证照", "持有人同意出示");
    assertThat(officer("lin").get(receipts).body()).contains("签发了证照").doesNotContain("持有人同意出示");
    assertThat(officer("bo").get(receipts).body()).doesNotContain("签发了证照");
  }

  @Test
  void onlyOfficersWithThePermissionGetIn() {
    Credential card = issue(Map.of("reader", "小梅", "level", "1"));
    String page = "/credentials/" + card.id();
    for (String account : List.of("mei", "bo", "keeper")) {
      Visitor other = officer(account);
      assertThat(other.get("/credentials").statusCode()).as(account).isEqualTo(403);
      assertThat(other.get(page + "?why=x").statusCode()).as(account).isEqualTo(403);
    }
    assertThat(new Visitor(port).get("/credentials").statusCode()).isIn(302, 303);
    assertThat(officer("lin").get("/credentials/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(officer("lin").get("/credentials/x").statusCode()).isIn(400, 404);
  }

  private List<String> looks(Credential card) {
    return access.listLooks("credential:" + card.id()).stream()
        .map(look -> look.purpose().zh())
        .toList();
  }

  private Entry last(Credential card, String kind) {
    return journal.list("credential:" + card.id()).stream()
        .filter(entry -> entry.kind().equals(kind))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Finding check(Credential of) {
    String token = store.find(of.id()).orElseThrow().token();
    return new CheckToken(issuers)
        .check(token, new CheckToken.Expected(null, false, Instant.now()))
        .finding();
  }

  private Visitor officer(String login) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(login, "yiwang-demo");
    return visitor;
  }

  private static String enc(String words) {
    return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
  }

  private Credential issue(Map<String, String> claims) {
    String account = accounts.findByLogin("mei").orElseThrow().id().toString();
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount(account, "小梅"),
            new HashMap<>(claims),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }
}
