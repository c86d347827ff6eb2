package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseClock;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.submission.Applicant.Application;
import org.yiwang.submission.SignedPromise.State;
import org.yiwang.submission.SignedPromise.Way;

/**
 * Promises and papers that follow, from the signature to what came of them, over HTTP; time passes
 * only when a test says so.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class PromiseTests {
  @LocalServerPort private int port;
  @Autowired private PromiseStore promises;
  @Autowired private SubmissionStore submissions;
  @Autowired private OwedStore owed;
  @Autowired private DueClock clock;
  @Autowired private CaseClock caseClock;
  @Autowired private Credentials credentials;
  @Autowired private Notices notices;
  @Autowired private Journal journal;
  @Autowired private DistrictTime time;
  @Autowired private PlatformTransactionManager transactions;

  private SignedPromise promise(Application of, String evidence) {
    return promises.listOf(id(of)).stream()
        .filter(one -> one.evidence().equals(evidence))
        .findFirst()
        .orElseThrow();
  }

  private static UUID id(Application of) {
    return UUID.fromString(of.href().substring("/applications/".length()));
  }

  private int after(Duration passed) {
    return on(time.instant().plus(passed));
  }

  /** How far a due date is off depends on the days of the week between. */
  private int on(Instant then) {
    return time.at(then, () -> clock.tick());
  }

  private static Map<String, String> ways(String... other) {
    Map<String, String> ways = new HashMap<>(Applicant.ALL_LATER_OR_PROMISED);
    for (int i = 0; i < other.length; i += 2) {
      ways.put(other[i], other[i + 1]);
    }
    return ways;
  }

  private void given(Applicant applicant, Application of, String... evidence) {
    for (String one : evidence) {
      var answer =
          applicant.person.file(of.href() + "/papers/" + one, "file-" + one, Applicant.PNG);
      assertThat(answer.words()).contains("已补交");
    }
  }

  private void granted(Application of) {
    assertThat(new Applicant(port, "lin").does(of.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(of.number(), "grant", "").good()).isTrue();
  }

  private String told(SignedPromise promise) {
    return String.join(
        " ", notices.listAbout(promise.subject()).stream().map(n -> n.words().zh()).toList());
  }

  @Test
  void aPromiseIsSignedWithEveryWordAndItsReceipt() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    SignedPromise home = promise(sent, "home");

    assertThat(home.state()).isEqualTo(State.STANDS);
    assertThat(home.words().text().en()).isEqualTo("I promise that I live in the town.");
    Entry signed = journal.list(home.subject()).getFirst();
    assertThat(signed.kind()).isEqualTo("promise.signed");
    assertThat(signed.fact("text-zh")).isEqualTo("我承诺我住在小镇。");
    assertThat(signed.fact("broken-en")).contains("a hundred days");
    assertThat(signed.actor().account()).isEqualTo(home.account());

    assertThat(mei.person.get("/promises").words()).contains("住址证明").contains("有效");
    assertThat(mei.person.page(home.href(), "en").words()).contains("I live in the town");
    assertThat(mei.person.get(sent.href()).words()).contains("您的承诺").contains("住址证明");
    assertThat(mei.person.get("/journal/receipts?subject=" + home.subject()).body())
        .contains("promise.signed");

    Applicant other = new Applicant(port, "ada");
    assertThat(other.person.get(home.href()).status()).isEqualTo(404);
    assertThat(other.person.get(home.href() + "/signature").status()).isEqualTo(404);
    assertThat(other.person.get("/journal/receipts?subject=" + home.subject()).body())
        .doesNotContain("promise.signed");
    withdrawn(mei, sent);
  }

  @Test
  void aPromiseIsSignedByTheWalletOfWhoeverPromises() throws Exception {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    SignedPromise home = promise(sent, "home");

    var signature = JWSObject.parse(mei.person.get(home.href() + "/signature").body());
    ECKey key = signature.getHeader().getJWK().toECKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(signature.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(signature.getHeader().getType().getType()).isEqualTo("promise+jwt");
    assertThat(signature.getPayload().toJSONObject())
        .containsEntry("text-zh", "我承诺我住在小镇。")
        .containsEntry("promise", home.id().toString());
    assertThat(journal.list(home.subject()).getFirst().fact("signature"))
        .isEqualTo(signature.serialize());
    withdrawn(mei, sent);
  }

  private void withdrawn(Applicant applicant, Application sent) {
    var answer =
        applicant.acts(
            sent.href(), sent.href() + "/" + sent.number(), Map.of("action", "withdraw"));
    assertThat(answer.words()).contains("已撤回");
  }

  @Test
  void whoeverWithdrewIsNotChecked() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    withdrawn(mei, sent);
    after(Duration.ofDays(40));
    assertThat(promise(sent, "home").state()).isEqualTo(State.ENDED);
    assertThat(promise(sent, "home").check()).isNull();
  }

  @Test
  void aReminderComesOnceAndTheDrawCanBeDoneAgain() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    given(mei, sent, "portrait", "deposit");
    granted(sent);
    Instant due = promise(sent, "home").due();
    on(due.minus(Duration.ofDays(1)));
    on(due.minus(Duration.ofDays(1)));
    SignedPromise home = promise(sent, "home");
    assertThat(told(home)).containsOnlyOnce("起核查");
    assertThat(home.check()).isNull();

    on(due);
    SignedPromise checked = promise(sent, "home");
    assertThat(checked.state()).isEqualTo(State.CHECKING);
    var draw = promises.findDraw(home.id()).orElseThrow();
    assertThat(checked.way())
        .isEqualTo(SpotDraw.drawn(draw, home.id(), 50) ? Way.ON_SITE : Way.BY_OFFICER);
    assertThat(journal.list(home.subject()).stream().map(Entry::kind))
        .containsExactly("promise.signed", "promise.drawn", "promise.checking");
    assertThat(mei.person.get(home.href()).words())
        .contains(draw.root())
        .contains(String.valueOf(SpotDraw.number(draw, home.id())));

    Applicant keeper = new Applicant(port, "keeper");
    String sheet = keeper.person.get("/cases/" + checked.check()).words();
    assertThat(sheet).contains("我承诺我住在小镇。").contains("河边路 3 号").contains("属实");
    assertThat(keeper.does(String.valueOf(checked.check()), "kept", "住在河边路").good()).isTrue();
    assertThat(promise(sent, "home").state()).isEqualTo(State.CONFIRMED);
    assertThat(mei.person.get(home.href()).words()).contains("已核实，属实").contains("住在河边路");
    after(Duration.ofDays(12));
    assertThat(promise(sent, "home").state()).isEqualTo(State.CONFIRMED);
  }

  /** Where everybody is looked at, nobody is told of lots. */
  @Test
  void whereAllAreCheckedItSaysSoAndNothingOfLots() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    given(mei, sent, "portrait", "deposit");
    granted(sent);
    SignedPromise home = promise(sent, "home");
    SignedPromise voucher = promise(sent, "voucher");
    on(home.due());
    on(voucher.due());
    assertThat(promise(sent, "voucher").way()).isEqualTo(Way.ALL_ON_SITE);
    assertThat(mei.person.get(voucher.href()).words())
        .contains("全部现场核查，不抽签")
        .doesNotContain("抽中", "怎么抽的签");
    assertThat(mei.person.page(voucher.href(), "en").words()).contains("Everybody is looked at");
    assertThat(mei.person.get(home.href()).words()).contains("怎么抽的签").doesNotContain("全部现场核查");
    String check = String.valueOf(promise(sent, "voucher").check());
    assertThat(new Applicant(port, "keeper").person.get("/cases/" + check).words())
        .contains("全部现场核查，不抽签");
  }

  @Test
  void aCredentialThatExistsByNowIsEnoughUnlessTheLotsFellOnIt() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    given(mei, sent, "portrait", "deposit");
    granted(sent);
    SignedPromise home = promise(sent, "home");
    var proof =
        new TransactionTemplate(transactions)
            .execute(
                work ->
                    credentials.issue(
                        new NewCredential(
                            "home-proof",
                            home.party(),
                            Map.of("reader", "小梅"),
                            null,
                            sent.number(),
                            Actor.SYSTEM)));
    on(home.due());
    SignedPromise now = promise(sent, "home");
    boolean onSite = SpotDraw.drawn(promises.findDraw(home.id()).orElseThrow(), home.id(), 50);
    assertThat(now.way()).isEqualTo(onSite ? Way.ON_SITE : Way.BY_REGISTER);
    assertThat(now.state()).isEqualTo(onSite ? State.CHECKING : State.CONFIRMED);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            work ->
                credentials.revoke(
                    java.util.Objects.requireNonNull(proof).id(),
                    org.yiwang.pack.Text.same("test"),
                    Actor.SYSTEM));
  }

  @Test
  void aBrokenPromiseRevokesBarsAndIsFlaggedAndAnObjectionRestores() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(ways("way-voucher", "promise"));
    given(bo, sent, "portrait", "deposit");
    granted(sent);
    UUID first = credential(sent);
    on(promise(sent, "home").due());
    String check = String.valueOf(promise(sent, "home").check());
    Applicant keeper = new Applicant(port, "keeper");
    assertThat(keeper.does(check, "broken", "").status()).isEqualTo(422);
    assertThat(keeper.does(check, "broken", "门牌不存在").good()).isTrue();

    SignedPromise broken = promise(sent, "home");
    assertThat(broken.state()).isEqualTo(State.BROKEN);
    assertThat(counts(sent, first)).isFalse();
    assertThat(bo.person.get(sent.href()).words()).contains("已发的证照已注销").contains("经核查不属实");
    assertThat(bo.person.get(broken.href()).words()).contains("门牌不存在").contains("60 天内");
    assertThat(told(broken)).contains("核查认为不属实");

    String refused = bo.started(ways()).words();
    assertThat(refused).contains("有一项承诺核查不实").contains("请改为上传材料");
    flagged(bo);

    assertThat(
            bo.acts(broken.href(), broken.href(), Map.of("action", "object", "note", "门牌换过"))
                .words())
        .contains("异议复核中");
    assertThat(promise(sent, "home").state()).isEqualTo(State.APPEALED);
    assertThat(keeper.does(check, "overturn", "再看一遍").status()).isEqualTo(403);
    assertThat(new Applicant(port, "ada").does(check, "overturn", "门牌确实换过").good()).isTrue();
    assertThat(promise(sent, "home").state()).isEqualTo(State.CONFIRMED);
    assertThat(credential(sent)).isNotEqualTo(first);
    assertThat(counts(sent, credential(sent))).isTrue();
    assertThat(counts(sent, first)).isFalse();
    assertThat(bo.person.get(sent.href()).words()).doesNotContain("已注销").contains("结果");
    assertThat(bo.started(ways()).words()).doesNotContain("核查不实").contains("核对并提交");
    assertThat(journal.list(broken.subject()).getLast().kind()).isEqualTo("promise.restored");
  }

  /** The next application, with a file in the place of the promise, tells the officer. */
  private void flagged(Applicant bo) {
    String page = bo.started(ways("way-home", "upload", "way-voucher", "upload")).body();
    String draft = Applicant.found(java.util.regex.Pattern.compile("/drafts/[0-9a-f-]{36}"), page);
    bo.person.file(draft + "/evidence", "file-home", Applicant.PNG);
    bo.person.file(draft + "/evidence", "file-voucher", Applicant.PNG);
    var answer = bo.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(answer.words()).contains("已提交");
    String number =
        Applicant.found(java.util.regex.Pattern.compile("LC-\\d{8}-\\d{5}"), answer.body());
    assertThat(new Applicant(port, "lin").person.get("/cases/" + number).words())
        .contains("信用提示")
        .contains("核查不实");
  }

  private UUID credential(Application of) {
    return java.util.Objects.requireNonNull(submissions.listParts(id(of)).getFirst().credential());
  }

  private boolean counts(Application of, UUID credential) {
    UUID party = submissions.find(id(of)).orElseThrow().party();
    return credentials.usable(party, "room-key").stream().anyMatch(c -> c.id().equals(credential));
  }

  @Test
  void aBrokenPromiseMayAskForThePaperAndRevokesOnlyIfItDoesNotCome() {
    Applicant ada = new Applicant(port, "ada");
    Application sent = ada.apply(ways());
    given(ada, sent, "portrait", "deposit");
    granted(sent);
    UUID card = credential(sent);
    on(promise(sent, "voucher").due());
    String check = String.valueOf(promise(sent, "voucher").check());
    assertThat(new Applicant(port, "keeper").does(check, "broken", "没有担保人").good()).isTrue();
    assertThat(counts(sent, card)).isTrue();
    assertThat(ada.person.get(sent.href()).words()).contains("担保人签字").contains("待补交");
    after(Duration.ofDays(15));
    assertThat(counts(sent, card)).isFalse();
    assertThat(state(sent, "voucher")).isEqualTo(Owed.State.MISSED);
    assertThat(ada.person.get(sent.href()).words()).contains("逾期未交").contains("已注销");
    String late =
        ada.person.file(sent.href() + "/papers/voucher", "file-voucher", Applicant.PNG).words();
    assertThat(late).contains("不用补交，或期限已过");
  }

  private Owed.State state(Application of, String evidence) {
    return owed.list(id(of)).stream()
        .filter(one -> one.evidence().equals(evidence))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void nothingIsGrantedWhileAPaperIsMissingUnlessTheMatterAllowsIt() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    Applicant lin = new Applicant(port, "lin");
    assertThat(lin.person.get("/cases/" + sent.number()).words())
        .contains("补交：押金收据")
        .contains("待补交，最迟");
    assertThat(lin.does(sent.number(), "accept", "").good()).isTrue();
    Applicant keeper = new Applicant(port, "keeper");
    var refused = keeper.does(sent.number(), "grant", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("paper-still-missing");
    given(mei, sent, "deposit");
    assertThat(keeper.does(sent.number(), "grant", "").good()).isTrue();
    UUID card = credential(sent);
    assertThat(counts(sent, card)).isTrue();

    after(Duration.ofDays(10)); // the portrait was due within three working days
    assertThat(counts(sent, card)).isFalse();
    assertThat(state(sent, "portrait")).isEqualTo(Owed.State.MISSED);
    assertThat(state(sent, "deposit")).isEqualTo(Owed.State.GIVEN);
    List<Notice> about = notices.listAbout("submission:" + id(sent));
    assertThat(about).anyMatch(n -> n.words().zh().contains("照片") && n.words().zh().contains("注销"));
  }

  @Test
  void aPaperThatNeverComesEndsTheCaseAndIsRemindedOfBefore() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(ways());
    assertThat(mei.person.form(sent.href() + "/papers/deposit", Map.of()).words())
        .contains("还没有选择文件");
    given(mei, sent, "portrait");
    Instant due =
        owed.list(id(sent)).stream()
            .filter(one -> one.evidence().equals("deposit"))
            .findFirst()
            .orElseThrow()
            .due();
    time.at(due.minus(Duration.ofDays(2)), () -> clock.tick());
    assertThat(notices.listAbout("submission:" + id(sent)))
        .anyMatch(n -> n.words().zh().contains("押金收据") && n.words().zh().contains("最迟"));
    time.at(due.plusSeconds(1), () -> clock.tick());
    assertThat(mei.person.get(sent.href()).words()).contains("已撤回").contains("逾期未交");
    assertThat(state(sent, "deposit")).isEqualTo(Owed.State.MISSED);
    time.at(due.plus(Duration.ofDays(60)), () -> caseClock.tick());
  }
}
