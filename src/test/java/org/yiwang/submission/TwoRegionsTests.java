package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.Regions;
import org.yiwang.Regions.Region;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Two regions that run with packs, keys and databases of their own: a resident of one presents an
 * identity card in the wallet there and pastes it into an application in the other, which knows it
 * under another name. All over HTTP, by the pages that people use.
 */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class TwoRegionsTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern CARD = Pattern.compile("href=\"/wallet/([0-9a-f-]{36})\"");
  private static final Pattern TOKEN = Pattern.compile("class=\"token\">([^<]+)<");
  private static final Pattern CODE = Pattern.compile("class=\"code\">([^<]+)<");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final String PURPOSE = "成立读书会";
  private static final String STRANGER =
      """
      issuers:
        - url: https://somebody-else.example
          name: {zh: 邻镇, en: Next town}
          types: [library-card]
          agreed: {zh: "2026年11月1日互认约定（虚构）", en: "Agreement of 1 November 2026 (invented)"}
      """;

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private Accounts accounts;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;
  @TempDir private Path folder;

  @Test
  void whatAHolderPresentsInOneRegionCountsOnceInAnotherAtTheFirstMeeting() throws IOException {
    try (Region there = start("agreed", Regions.AGREED.formatted("http://localhost:" + port))) {
      Person applicant = there.signedIn("keeper");
      String draft = draft(applicant);
      Answer asked = applicant.get(draft + "/evidence");
      assertThat(asked.words())
          .contains("我在外地有这张证照", "大区", "读者", "“做什么用”写：" + PURPOSE)
          .contains(there.address());

      Shown shown = present("li", there.address(), PURPOSE, "name");
      assertThat(shown.page().words()).contains("粘贴到对方地区的网站");
      Answer check = paste(applicant, draft, shown.token());
      assertThat(check.words()).contains("核对并提交", "异地证照，免交：大区，居民身份证");
      assertThat(applicant.get(draft + "/evidence").words()).contains("已从外地证照取得：大区，居民身份证：李敏");
      Answer sent = applicant.form(draft + "/check", Map.of("confirm", "yes"));
      assertThat(sent.words()).contains("已提交");
      String number = Applicant.found(NUMBER, sent.body());
      assertThat(there.signedIn("lin").get("/cases/" + number).words())
          .contains("异地证照，免交：大区，居民身份证", "李敏")
          .doesNotContain("1972-09-20", "999999197209200047");

      String again = draft(applicant);
      refused(paste(applicant, again, shown.token()), "已经用过一次", shown.token());
    }
  }

  @Test
  void whatIsSomebodyElsesOrCannotBeKeptIsNotUsedUp() throws IOException {
    try (Region there = start("friend", Regions.AGREED.formatted("http://localhost:" + port))) {
      String token = present("li", there.address(), PURPOSE, "name").token();
      Person friend = there.signedIn("ada");
      refused(paste(friend, draft(friend), token), "这张证照是别人的：“读者”与档案不符", token);
      Person own = there.signedIn("keeper");
      String draft = draft(own);
      outdated(there, draft, token);
      assertThat(paste(own, draft, token).words()).contains("核对并提交");
    }
  }

  /** The draft is saved elsewhere between looking at the credential and keeping it. */
  private static void outdated(Region there, String draft, String token) {
    Drafts drafts = there.bean(Drafts.class);
    PasteElsewhere paste = there.bean(PasteElsewhere.class);
    var keeper = there.bean(Accounts.class).findByLogin("keeper").orElseThrow();
    Viewer viewer = there.bean(Viewers.class).of(keeper);
    Drafts.Open open = drafts.get(UUID.fromString(draft.substring("/drafts/".length())), viewer);
    drafts.save(open, open.draft().filled());
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> paste.take(open, open.evidence().getFirst(), token))
        .satisfies(
            e -> assertThat(e.refusals().getFirst().kind()).isEqualTo(Refusal.Kind.OUTDATED));
  }

  @Test
  void eachRefusalSaysWhatToDoAndKeepsWhatWasTyped() throws IOException {
    try (Region there = start("refusing", Regions.AGREED.formatted("http://localhost:" + port))) {
      Credential lost = issue();
      String revoked = present("ye", lost.id().toString(), there.address(), PURPOSE, "name");
      credentials.revoke(lost.id(), Text.same("test"), Actor.SYSTEM);
      Person applicant = there.signedIn("keeper");
      String draft = draft(applicant);
      refused(paste(applicant, draft, revoked), "已被发证单位注销", revoked);

      String others = present("li", "http://third.example", PURPOSE, "name").token();
      refused(paste(applicant, draft, others), "这次出示是给别人的", there.address());
      String purpose = present("li", there.address(), "租房", "name").token();
      refused(paste(applicant, draft, purpose), "您同意的用途不是办这件事", purpose);
      String claims = present("li", there.address(), PURPOSE, "born").token();
      refused(paste(applicant, draft, claims), "出示的内容里没有“读者”", claims);
      Shown good = present("li", there.address(), PURPOSE, "name");
      String altered = good.token().replaceFirst("^(.{200}).", "$1" + "_");
      refused(paste(applicant, draft, altered), "不要使用|签名不对|不完整|不相符", altered);
      refused(paste(applicant, draft, good.code()), "短码", good.code());
      String onlyNull = "bnVsbA.bnVsbA.AA~"; // the JSON word null, twice
      refused(paste(applicant, draft, onlyNull), "从头到尾复制过来", onlyNull);
      Answer nothing = paste(applicant, draft, "");
      assertThat(nothing.status()).isEqualTo(422);
      assertThat(nothing.words()).contains("还没有粘贴异地证照的出示内容");
      assertThat(paste(applicant, draft, good.token()).words()).contains("核对并提交");
    }
  }

  @Test
  void aRegionThatHasNotAgreedTakesNothing() throws IOException {
    try (Region there = start("stranger", STRANGER)) {
      Person applicant = there.signedIn("keeper");
      String draft = draft(applicant);
      String token = present("li", there.address(), PURPOSE, "name").token();
      refused(paste(applicant, draft, token), "没有互认约定", token);
    }
    try (Region there = start("alone", "issuers: []")) {
      Person applicant = there.signedIn("keeper");
      assertThat(applicant.get(draft(applicant) + "/evidence").words()).doesNotContain("我在外地有这张证照");
    }
  }

  private static void refused(Answer answer, String says, String typed) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.words()).containsPattern(says);
    assertThat(answer.body()).contains(typed);
  }

  private static String draft(Person applicant) {
    String draft = Applicant.found(DRAFT, applicant.get("/apply/reading-circle").body());
    applicant.form(
        draft + "/parts/circle", Map.of("founder_name", "老王", "circle_name", "河边读书会（虚构）"));
    return draft;
  }

  private static Answer paste(Person applicant, String draft, String token) {
    return applicant.form(
        draft + "/evidence",
        Map.of("way-founder-card", "elsewhere", "elsewhere-founder-card", token));
  }

  /** A page of the wallet with a presentation that was made just now. */
  private record Shown(Answer page) {
    String token() {
      return group(TOKEN, page.body());
    }

    String code() {
      return group(CODE, page.body());
    }
  }

  private Shown present(String account, String recipient, String purpose, String claim) {
    Person holder = Person.signedIn(URI.create("http://localhost:" + port), account);
    var cards = CARD.matcher(holder.get("/wallet").body());
    while (cards.find()) {
      if (holder.get("/wallet/" + cards.group(1)).words().contains("公民身份号码")) {
        return present(holder, cards.group(1), recipient, purpose, claim);
      }
    }
    throw new AssertionError("no identity card of " + account);
  }

  private String present(
      String account, String card, String recipient, String purpose, String claim) {
    Person holder = Person.signedIn(URI.create("http://localhost:" + port), account);
    return present(holder, card, recipient, purpose, claim).token();
  }

  private static Shown present(
      Person holder, String card, String recipient, String purpose, String claim) {
    Map<String, String> consent = new HashMap<>();
    consent.put("claims", claim);
    consent.put("recipient", "other");
    consent.put("other", recipient);
    consent.put("purpose", purpose);
    consent.put("lasts", "day");
    return new Shown(holder.form("/wallet/" + card + "/present", consent));
  }

  private static String group(Pattern pattern, String body) {
    var found = pattern.matcher(body);
    assertThat(found.find()).as(pattern + " in " + body).isTrue();
    return found.group(1);
  }

  private Credential issue() {
    String account = accounts.findByLogin("ye").orElseThrow().id().toString();
    NewCredential wanted =
        new NewCredential(
            "identity-card",
            parties.ofAccount(account, "叶新"),
            Map.of(
                "name",
                "叶新",
                "person-id",
                "999999198811030014",
                "born",
                "1988-11-03",
                "address",
                "（虚构）"),
            null,
            "TR-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }

  private Region start(String name, String trust) throws IOException {
    return Regions.start(Regions.address("localhost"), pack(name, trust));
  }

  private Path pack(String name, String trust) throws IOException {
    Path to = folder.resolve(name).resolve("_toy");
    Regions.pack(Path.of("packs/_toy"), to, trust);
    Path people = to.resolve("people").resolve("demo.yaml");
    Files.writeString(people, Files.readString(people).replace("老王", "李敏"));
    return to;
  }
}
