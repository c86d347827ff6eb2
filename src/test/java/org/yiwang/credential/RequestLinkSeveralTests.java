package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.Linked.PAPER;
import static org.yiwang.credential.Linked.PURPOSE;
import static org.yiwang.credential.Linked.SECOND;
import static org.yiwang.credential.Linked.decide;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.Regions.Region;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.journal.Actor;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * A matter needs two papers of another region, and one trip brings both: asked for by one link,
 * given together or not at all, and looked at one by one.
 */
class RequestLinkSeveralTests {
  private static final String BOTH = PAPER + "," + SECOND;
  private static final String FIRST = AuthorizationRequest.queryId(0);
  private static final String NEXT = AuthorizationRequest.queryId(1);

  @TempDir private static Path folder;
  private static Linked regions;

  private Person applicant;
  private Person holder;
  private String draft = "";

  @BeforeAll
  static void start() throws IOException {
    regions = Linked.startWithTwoPapers(folder);
  }

  @AfterAll
  static void stop() {
    regions.close();
  }

  @BeforeEach
  void aDraftIsBegun() {
    applicant = regions.asker().signedIn("keeper");
    holder = regions.wallet().signedIn("li");
    draft = Linked.draft(applicant);
  }

  private Carried both() {
    return regions.carried(applicant, draft, BOTH);
  }

  @Test
  void oneTripBringsBothPapers() {
    assertThat(applicant.get(draft + "/evidence").body())
        .contains("一次取齐", "value=\"" + BOTH + " " + regions.wallet().address() + "\"");
    Carried carried = both();
    assertThat(applicant.get(carried.page()).words()).contains("发起人的借书证：读者", "发起人的住址证明：读者");
    assertThat(holder.get(carried.path()).words())
        .contains("居民身份证：姓名", "居民户口簿：姓名", "这几张一起给，或者都不给", "李敏")
        .doesNotContain("李国富", "YP0090008", "999999197209200047");

    Answer given = decide(holder, carried, "agree");
    assertThat(given.words()).contains("已给出");
    Answer back = applicant.get(regions.wayBack(given));
    assertThat(back.words())
        .contains("已从外地证照取得：大区，居民身份证：李敏", "已从外地证照取得：大区，居民户口簿：李敏")
        .doesNotContain("一次取齐");
    assertThat(applicant.form(draft + "/check", Map.of("confirm", "yes")).words()).contains("已提交");
  }

  @Test
  void bothAreUsedAndWrittenDownOnBothSides() {
    int presented = entries(regions.wallet(), "credential.presented");
    int used = entries(regions.wallet(), "credential.used");
    int taken = entries(regions.asker(), "credential.taken");
    applicant.get(regions.wayBack(decide(holder, both(), "agree")));
    assertThat(entries(regions.wallet(), "credential.presented")).isEqualTo(presented + 2);
    assertThat(entries(regions.wallet(), "credential.used")).isEqualTo(used + 2);
    assertThat(entries(regions.asker(), "credential.taken")).isEqualTo(taken + 2);
  }

  @Test
  void theWholeWayIsInEnglishToo() {
    assertThat(applicant.page(draft + "/evidence", "en").words())
        .contains("All in one trip", "Fetch all of these from the wallet of The big district");
    Carried carried = both();
    assertThat(applicant.page(carried.page(), "en").words())
        .contains("Card of the founder: Reader", "Proof of the founder's address: Reader");
    assertThat(holder.page(carried.path(), "en").words())
        .contains("Identity card: Name", "Household register: Name", "given together, or none");
  }

  @Test
  void declinedIsAllOfIt() {
    int presented = entries(regions.wallet(), "credential.presented");
    Answer declined = decide(holder, both(), "decline");
    assertThat(declined.words()).contains("没有给出");
    refused(applicant.get(regions.wayBack(declined)), "持有人没有同意");
    assertThat(applicant.get(draft + "/evidence").words()).doesNotContain("已从外地证照取得");
    assertThat(entries(regions.wallet(), "credential.presented")).isEqualTo(presented);
  }

  @Test
  void whereOneIsNotChosenNothingIsGiven() {
    Carried carried = both();
    int presented = entries(regions.wallet(), "credential.presented");
    Map<String, String> chosen = Linked.offered(holder, carried);
    chosen.put("credential-" + NEXT, chosen.get("credential-" + FIRST));
    Answer half = decide(holder, carried, "agree", chosen);
    refused(half, "请选一张证照");
    assertThat(entries(regions.wallet(), "credential.presented")).isEqualTo(presented);
  }

  @Test
  void whoHasOnlyOneOfThemIsToldWhichIsMissingAndCanGoBack() {
    Answer consent = regions.wallet().signedIn("zhou").get(both().path());
    assertThat(consent.words())
        .contains("没有能答复的“居民户口簿”", "缺一张就都不给", "不给，回去")
        .doesNotContain("同意给出");
  }

  @Test
  void anAnswerHasAllThatWasAskedForAndNothingElse() {
    Carried carried = both();
    for (String answer :
        List.of(
            "{\"wanted\":[\"x~\"]}",
            "{\"wanted\":[\"x~\"],\"wanted-2\":[]}",
            "{\"wanted\":[\"x~\"],\"wanted-2\":[\"x~\",\"y~\"]}",
            "{\"wanted\":[\"x~\"],\"wanted-2\":[\"x~\"],\"wanted-3\":[\"x~\"]}",
            "{\"wanted\":[\"x~\"],\"other\":[\"x~\"]}")) {
      refused(posted(carried, answer), "答复读不出来");
    }
  }

  @Test
  void eachIsLookedAtAndOneThatIsWrongIsEnough() {
    Carried carried = both();
    String card = presented(carried, FIRST, nonce(carried), PURPOSE);
    String register = presented(carried, NEXT, UUID.randomUUID(), PURPOSE);
    Answer told = applicant.get(back(carried, card, register));
    refused(told, "不是答复这次调取的");
    assertThat(told.body())
        .contains("href=\"#f-elsewhere-" + SECOND + "\"")
        .doesNotContain("href=\"#f-elsewhere-" + PAPER + "\"");
    assertThat(told.words()).doesNotContain("已从外地证照取得");

    Carried other = both();
    String swapped = presented(other, NEXT, nonce(other), PURPOSE);
    String wrong = presented(other, FIRST, nonce(other), "别的事");
    Answer all = applicant.get(back(other, swapped, wrong));
    refused(all, "居民户口簿");
    assertThat(all.body())
        .contains("href=\"#f-elsewhere-" + PAPER + "\"", "href=\"#f-elsewhere-" + SECOND + "\"");
  }

  @Test
  void whatCameTogetherCannotBePastedOnceMore() {
    Carried carried = both();
    String card = presented(carried, FIRST, nonce(carried), PURPOSE);
    String register = presented(carried, NEXT, nonce(carried), PURPOSE);
    String back = back(carried, card, register);
    assertThat(applicant.get(back).words()).contains("已从外地证照取得：大区，居民户口簿：李敏");
    refused(applicant.get(back), "已经用过一次");
    String next = Linked.draft(applicant);
    for (Map.Entry<String, String> one :
        Map.of("elsewhere-" + PAPER, card, "elsewhere-" + SECOND, register).entrySet()) {
      refused(applicant.form(next + "/evidence", Map.of(one.getKey(), one.getValue())), "已经用过");
    }
  }

  @Test
  void papersThatTheDraftDoesNotAskForOrTwiceTheSameAreNotFetched() {
    for (String papers : List.of(PAPER + "," + PAPER, PAPER + ",other", PAPER + ",", "")) {
      Answer answer = Linked.press(applicant, draft, papers, regions.wallet().address());
      assertThat(answer.words()).contains("这份申请不需要这份材料");
    }
    Carried carried = both();
    assertThat(applicant.get(carried.page().replace(BOTH, PAPER)).words()).contains("没有这次调取");
  }

  private static int entries(Region region, String kind) {
    return region
        .bean(JdbcClient.class)
        .sql("select count(*) from journal_entry where kind = ?")
        .param(kind)
        .query(Integer.class)
        .single();
  }

  private static UUID nonce(Carried carried) {
    return UUID.fromString(String.valueOf(Jws.parse(carried.request()).word("nonce")));
  }

  /** What the holder's key signs, by whatever nonce and for whatever purpose. */
  private String presented(Carried carried, String query, UUID nonce, String purpose) {
    String credential = Linked.offered(holder, carried).get("credential-" + query);
    PresentRequest request =
        new PresentRequest(
            UUID.fromString(credential),
            Set.of("name"),
            purpose,
            regions.asker().address(),
            AuthorizationRequest.USE_WITHIN,
            Actor.SYSTEM);
    return regions
        .wallet()
        .bean(PresentOnce.class)
        .present(request, new PresentOnce.Named(UUID.randomUUID(), nonce))
        .token();
  }

  /** Somebody posts an answer to the asking region, as the wallet's server does. */
  private static Answer posted(Carried carried, String answer) {
    return new Person(URI.create(regions.asker().address()))
        .form(
            AuthorizationRequest.ANSWERS,
            Map.of(
                "state",
                String.valueOf(Jws.parse(carried.request()).word("state")),
                "vp_token",
                answer));
  }

  private static String back(Carried carried, String first, String next) {
    String answer = "{\"%s\":[\"%s\"],\"%s\":[\"%s\"]}".formatted(FIRST, first, NEXT, next);
    String link = posted(carried, answer).json().get("redirect_uri").asString();
    return link.substring(regions.asker().address().length());
  }

  private static void refused(Answer answer, String says) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.words()).contains(says);
  }
}
