package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.Linked.PURPOSE;
import static org.yiwang.credential.Linked.decide;
import static org.yiwang.credential.Linked.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.Regions.Region;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * A credential is fetched from the wallet of another region by a request link: two running regions,
 * each with its own pack, keys and database, over HTTP by the pages that people use.
 */
class RequestLinkTests {
  private static final Pattern TOKEN = Pattern.compile("(?<=class=\"token\">)[^<]+");

  @TempDir private static Path folder;
  private static Linked regions;

  @BeforeAll
  static void start() throws IOException {
    regions = Linked.start(folder);
  }

  @AfterAll
  static void stop() {
    regions.close();
  }

  private static Person applicant() {
    return regions.asker().signedIn("keeper");
  }

  private static Person holder() {
    return regions.wallet().signedIn("li");
  }

  @Test
  void whatAHolderAgreesToGiveFillsTheFieldThatAskedForIt() {
    Person applicant = applicant();
    String draft = draft(applicant);
    assertThat(applicant.get(draft + "/evidence").words()).contains("到大区的卡包里取", "手工粘贴外地的证照");
    Carried carried = regions.carried(applicant, draft);
    Person holder = holder();
    assertThat(holder.get(carried.path()).words())
        .contains("书镇", regions.asker().address(), PURPOSE, "姓名", "李敏", "30 分，只能用一次")
        .doesNotContain("1972-09-20", "999999197209200047");

    Answer given = decide(holder, carried, "agree");
    assertThat(given.words()).contains("已给出", "回到书镇");
    assertThat(applicant.get(draft + "/parts/circle").body()).contains("河边读书会（虚构）");
    Answer back = applicant.get(regions.wayBack(given));
    assertThat(back.path()).endsWith(draft + "/evidence");
    assertThat(back.words()).contains("已从外地证照取得：大区，居民身份证：李敏");
    assertThat(back.body())
        .as("the ways to bring it are folded away")
        .containsPattern("李敏</p>\\s*<details class=\"details\">\\s*<summary>换一种方式提供</summary>");
    assertThat(applicant.form(draft + "/check", Map.of("confirm", "yes")).words()).contains("已提交");
  }

  @Test
  void bothSidesSeeTheUse() {
    Person applicant = applicant();
    Person holder = holder();
    Answer given = decide(holder, regions.carried(applicant, draft(applicant)), "agree");
    applicant.get(regions.wayBack(given));

    assertThat(holder.get(Linked.card(holder)).words()).contains("书镇", "已使用", PURPOSE);
    String asker = regions.asker().address();
    assertThat(journal(regions.wallet(), "credential.presented", asker)).isPositive();
    assertThat(journal(regions.wallet(), "credential.used", asker)).isPositive();
    String wallet = regions.wallet().address();
    assertThat(journal(regions.asker(), "credential.asked", wallet)).isPositive();
    assertThat(journal(regions.asker(), "credential.taken", wallet)).isPositive();
  }

  private static int journal(Region region, String kind, String names) {
    return region
        .bean(JdbcClient.class)
        .sql("select count(*) from journal_entry where kind = ? and facts::text like ?")
        .params(kind, "%" + names + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void theWholeWayIsInEnglishToo() {
    Person applicant = applicant();
    String draft = draft(applicant);
    assertThat(applicant.page(draft + "/evidence", "en").words())
        .contains("Fetch from the wallet of The big district");
    Carried carried = regions.carried(applicant, draft);
    assertThat(applicant.page(carried.page(), "en").words())
        .contains("Go to The big district", "What you filled in is kept");
    assertThat(holder().page(carried.path(), "en").words())
        .contains("Book town", "once only", "Agree and give it", "Decline");
  }

  @Test
  void whoeverIsNotSignedInThereSignsInFirstAndComesToTheSameRequest() {
    Person applicant = applicant();
    Carried carried = regions.carried(applicant, draft(applicant));
    Person holder = new Person(java.net.URI.create(regions.wallet().address()));
    Answer door = holder.page(carried.path(), "zh");
    assertThat(door.path()).contains("/sign-in");
    String next =
        Linked.found(Pattern.compile("(?<=name=\"to\" value=\")[^\"]+"), door.body())
            .replace("&amp;", "&");
    Answer consent =
        holder.form("/sign-in", Map.of("login", "li", "password", "yiwang-demo", "to", next));
    assertThat(consent.words()).contains("外地要调取您的证照", "李敏");
  }

  @Test
  void whatIsDeclinedIsToldAndNothingIsGiven() {
    Person applicant = applicant();
    String draft = draft(applicant);
    Answer declined = decide(holder(), regions.carried(applicant, draft), "decline");
    assertThat(declined.words()).contains("没有给出", "回到书镇");
    refused(applicant.get(regions.wayBack(declined)), "持有人没有同意");
    assertThat(applicant.get(draft + "/parts/circle").body()).contains("河边读书会（虚构）");
  }

  @Test
  void aRequestIsAnsweredOnceAndAnAnswerIsTakenOnce() {
    Person applicant = applicant();
    Person holder = holder();
    Carried carried = regions.carried(applicant, draft(applicant));
    String back = regions.wayBack(decide(holder, carried, "agree"));
    refused(decide(holder, carried, "agree"), "已经答复过");
    refused(replayed(carried, "{\"wanted\":[\"x~\"]}"), "已经答复过");
    assertThat(applicant.get(back).words()).contains("已从外地证照取得");
    refused(applicant.get(back), "已经用过一次");
  }

  @Test
  void onlyTheOneWhoAskedTakesTheAnswerAndOnlyWithTheCodeThatCameBack() {
    Person applicant = applicant();
    String draft = draft(applicant);
    Carried other = regions.carried(applicant, draft);
    String back = regions.wayBack(decide(holder(), regions.carried(applicant, draft), "agree"));
    assertThat(regions.asker().signedIn("ada").get(back).status()).isEqualTo(404);
    refused(applicant.get(back + "x"), "取件码不对");
    refused(applicant.get(back.replaceFirst("response_code=.*", "response_code=abc")), "取件码不对");
    refused(applicant.get(other.page() + back.substring(back.indexOf('?'))), "那边还没有答复");
    String never = back.replaceFirst("[0-9a-f-]{36}\\?", java.util.UUID.randomUUID() + "?");
    assertThat(applicant.get(never).words()).contains("没有这次调取");
    assertThat(applicant.get(back).words()).contains("已从外地证照取得");
  }

  @Test
  void aPresentationWithAnotherNonceAnswersNothing() {
    Person applicant = applicant();
    Person holder = holder();
    Answer shown =
        holder.form(
            Linked.card(holder) + "/present",
            Map.of(
                "claims",
                "name",
                "recipient",
                regions.asker().address(),
                "purpose",
                PURPOSE,
                "lasts",
                "day"));
    Carried carried = regions.carried(applicant, draft(applicant));
    String token = Linked.found(TOKEN, shown.body());
    Answer told = replayed(carried, "{\"wanted\":[\"" + token + "\"]}");
    assertThat(told.status()).isEqualTo(200);
    String next = told.json().get("redirect_uri").asString();
    refused(applicant.get(next.substring(regions.asker().address().length())), "不是答复这次调取的");
  }

  @Test
  void somebodyElsesCardIsNotTheApplicants() {
    Person friend = regions.asker().signedIn("ada");
    Answer given = decide(holder(), regions.carried(friend, draft(friend)), "agree");
    refused(friend.get(regions.wayBack(given)), "这张证照是别人的");
  }

  @Test
  void aRegionWithoutAnAgreementIsNotAskedAndARequestOverIsNotLed() {
    Person applicant = applicant();
    String draft = draft(applicant);
    assertThat(Linked.press(applicant, draft, Linked.PAPER, "http://169.254.169.254").words())
        .contains("没有互认约定");
    Carried carried = regions.carried(applicant, draft);
    regions
        .asker()
        .bean(JdbcClient.class)
        .sql("update credential_asked set expires = now() - interval '1 hour' where id::text = ?")
        .param(carried.page().replaceFirst(".*/", ""))
        .update();
    assertThat(applicant.get(carried.page()).words()).contains("已过时限");
    refused(replayed(carried, "{\"wanted\":[\"x~\"]}"), "已过时限");
  }

  @Test
  void anAnswerThatCannotBeReadOrBelongsToNoRequestIsRefused() {
    Person applicant = applicant();
    Carried carried = regions.carried(applicant, draft(applicant));
    for (String unreadable : new String[] {"", "null", "[]", "{\"wanted\":\"x\"}", "{\"a\":[]}"}) {
      refused(replayed(carried, unreadable), "答复读不出来");
    }
    Person wallet = new Person(java.net.URI.create(regions.asker().address()));
    Answer stranger =
        wallet.form(AuthorizationRequest.ANSWERS, Map.of("state", "guessed", "vp_token", "{}"));
    assertThat(stranger.status()).isEqualTo(404);
  }

  /** Somebody posts an answer to the asking region, as the wallet's server does. */
  private static Answer replayed(Carried carried, String answer) {
    String state = String.valueOf(Jws.parse(carried.request()).word("state"));
    return new Person(java.net.URI.create(regions.asker().address()))
        .form(AuthorizationRequest.ANSWERS, Map.of("state", state, "vp_token", answer));
  }

  private static void refused(Answer answer, String says) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.words()).contains(says);
  }
}
