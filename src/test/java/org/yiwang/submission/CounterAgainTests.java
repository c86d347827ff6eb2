package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.CounterSteps.PURPOSE;
import static org.yiwang.submission.CounterSteps.VISIT;
import static org.yiwang.submission.CounterSteps.agreed;
import static org.yiwang.submission.CounterSteps.comes;
import static org.yiwang.submission.CounterSteps.takenIn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;

/**
 * An, who has no account, comes back to Ms Lin's counter about the key she applied for there: whom
 * number and document lead to, who has to wait after wrong ones, and what opens with her consent.
 */
@CounterTest
class CounterAgainTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private DistrictTime time;
  @Autowired private VisitStore visits;
  @Autowired private Viewers viewers;

  private CounterSteps counter;
  private Applicant lin;

  @BeforeEach
  void linSignsIn() {
    counter = new CounterSteps(program);
    lin = new Applicant(port, "lin");
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    counter.nobodyStaysAtTheCounter();
  }

  @Test
  void onlyWhomNumberAndDocumentLeadToAndOnlyAtTheirCounter() {
    String number = takenIn(lin, "M-00072001");
    Applicant mei = new Applicant(port, "mei");
    assertThat(mei.person.get("/window/again").status()).isEqualTo(403);
    assertThat(comes(mei, number, "2001").status()).isEqualTo(403);
    Answer nothing = comes(lin, "", "");
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.words()).contains("还没有填办件编号").contains("还没有填证件号码");
    Answer wrong = comes(lin, number, "M-00072999");
    assertThat(wrong.words()).contains("没有编号和证件号码都对得上的办件");
    assertThat(wrong.body()).as("nothing typed is lost").contains("value=\"" + PURPOSE + "\"");
    assertThat(comes(lin, number, "001").words()).as("three digits").contains("都对得上的办件");
    assertThat(comes(lin, "LC-20200101-00001", "2001").words()).contains("都对得上的办件");
    Answer elsewhere = comes(new Applicant(port, "vic"), number, "M-00072001");
    assertThat(elsewhere.words()).contains("都对得上的办件").contains("请到那个窗口办");
    assertThat(comes(lin, number, "2001").words()).contains("小**").contains("请读给本人听");
  }

  @Test
  void wrongDocumentsCannotBeTriedForLong() {
    String number = takenIn(lin, "M-00072006");
    for (int i = 0; i < 5; i++) {
      comes(lin, number, "900" + i);
    }
    Answer paused = comes(lin, number, "2006");
    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.words()).contains("输错的次数太多").contains("请照证件原件填全部号码");
    assertThat(comes(lin, number, "M-0007 2006").words())
        .as("the whole number opens while the four digits have to wait")
        .contains("请读给本人听");
  }

  @Test
  void wholeNumbersCannotBeTriedForLongEither() {
    String number = takenIn(lin, "M-00072007");
    for (int i = 0; i < 5; i++) {
      assertThat(comes(lin, number, "M-0007290" + i).status()).isEqualTo(422);
    }
    Answer paused = comes(lin, number, "M-00072007");
    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.words()).contains("再对照证件原件").doesNotContain("请照证件原件填全部号码");
    assertThat(comes(new Applicant(port, "una"), number, "M-00072007").words())
        .as("a colleague's guesses are their own")
        .contains("请读给本人听");
  }

  @Test
  void whoMayNotReachACaseLocksNobodyOut() {
    String number = takenIn(lin, "M-00072008");
    Applicant eve = new Applicant(port, "eve");
    for (int i = 0; i < 5; i++) {
      Answer refused = comes(eve, number, "900" + i);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.words()).contains("都对得上的办件");
    }
    Answer paused = comes(eve, number, "2008");
    assertThat(paused.status()).as("it is she who has to wait").isEqualTo(429);
    assertThat(paused.words()).contains("请对照回执核对编号");
    assertThat(comes(lin, number, "2008").words()).contains("请读给本人听");
  }

  @Test
  void whatWasSentOnlineOpensWhereverTheCaseIsWithinReachAndNowhereElse() {
    Applicant tao = new Applicant(port, "tao");
    parties.learn(
        parties.ofAccount(counter.accountOf("tao"), "小涛"),
        List.of(
            new NewFact(
                "member-number",
                "M-00075001",
                new Fact.Source(Fact.Source.Kind.COUNTER, "lin", null),
                Fact.Confidence.CONFIRMED,
                null)),
        Actor.SYSTEM);
    Applicant.Application sent = tao.apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant eve = new Applicant(port, "eve");
    Answer page = eve.person.get("/window/again");
    assertThat(page.words()).contains("网上提交的，凡在您职责范围内都可以办").contains("同意以后才打开");
    Answer beyond = comes(eve, sent.number(), "5001");
    assertThat(beyond.status()).isEqualTo(422);
    assertThat(beyond.words()).contains("不在您职责范围内的，请到承办单位办");
    Applicant vic = new Applicant(port, "vic");
    Answer received = comes(vic, sent.number(), "5001");
    assertThat(received.words()).contains("小**").contains(sent.number());
    assertThat(vic.person.get(sent.href()).status()).as("before consent").isEqualTo(403);
    Answer opened = agreed(vic, Applicant.found(VISIT, received.path()), "matter:room-key");
    assertThat(opened.path()).isEqualTo(sent.href());
    assertThat(opened.words()).contains("窗口续办：本人在场");
    assertThat(tao.person.get(sent.href()).words()).contains("已提交");
  }

  @Test
  void beforeConsentOnlyTheNumberThatWasTypedIsShownAndAfterwardsWhatIsWithinReach() {
    String number = takenIn(lin, "M-00072009");
    String visit = Applicant.found(VISIT, comes(lin, number, "2009").path());
    Answer before = lin.person.get(visit);
    assertThat(before.words()).contains(number);
    assertThat(before.body()).doesNotContain("/cases/" + number);
    assertThat(before.words())
        .as("the consent names which application")
        .containsPattern("编号 " + number + "，\\d{4}-\\d{2}-\\d{2} 提交");
    UUID application = counter.served(visit);
    agreed(lin, visit, "matter:room-key");
    assertThat(lin.person.get(visit).body()).contains("/cases/" + number);
    lin.person.form(visit + "/end", Map.of());
    assertThat(lin.person.get(visit).body()).as("hers to see").contains("/cases/" + number);

    Applicant eve = new Applicant(port, "eve");
    UUID came =
        visits.insert(
            new VisitStore.Arrival(
                counter.accountOf("eve"), "house", new CounterVisit.About(application, number)),
            parties.findByIdentifier("M-00072009").getFirst(),
            "case has gone to another unit since");
    String hers = "/window/" + came;
    agreed(eve, hers, "matter:room-key");
    assertThat(eve.person.get(hers).body()).contains("/cases/" + number);
    eve.person.form(hers + "/end", Map.of());
    assertThat(eve.person.get(hers).body()).doesNotContain("/cases/" + number);
  }

  @Test
  void aDoubleClickIsOneConsentAndItSaysOnWhichApplication() throws Exception {
    String number = takenIn(lin, "M-00072010");
    String visit = Applicant.found(VISIT, comes(lin, number, "2010").path());
    try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(clicks.submit(() -> agreed(lin, visit, "matter:room-key")));
      }
      for (Future<Answer> one : all) {
        assertThat(one.get().path()).isEqualTo("/applications/" + counter.served(visit));
      }
    }
    String subject = "visit:" + visit.substring("/window/".length());
    assertThat(journal.list(subject))
        .filteredOn(entry -> entry.kind().equals("visit.agreed"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.fact("serves")).isEqualTo("submission:" + counter.served(visit));
              assertThat(entry.fact("words-en")).contains(number);
            });
  }

  @Test
  void nothingOpensBeforeTheyAgreedAndNothingAfterTheVisit() {
    String number = takenIn(lin, "M-00072002");
    String visit = Applicant.found(VISIT, comes(lin, number, "2002").path());
    assertThat(lin.person.get(visit).words()).contains("打开已提交的“阅览室钥匙”申请");
    UUID party = parties.findByIdentifier("M-00072002").getFirst();
    String application = "/applications/" + counter.served(visit);
    assertThat(lin.person.get(application).status()).isEqualTo(403);
    Answer half = lin.person.form(visit, Map.of("target", "matter:room-key"));
    assertThat(half.words()).contains("还没有选怎样核验了身份").contains("还没有本人的同意");
    assertThat(agreed(lin, visit, "matter:renew-card").path())
        .as("only what was sent")
        .isEqualTo(application);
    assertThat(lin.person.get(application).words()).contains("窗口续办：本人在场");
    assertThat(lin.person.get("/apply/room-key?for=" + party).status())
        .as("it is no consent to something new")
        .isEqualTo(403);
    assertThat(new Applicant(port, "una").person.get(application).status()).isEqualTo(404);
    String deep = application + "/" + number + "/";
    assertThat(lin.person.get(deep + "messages").status())
        .as("they write themselves")
        .isEqualTo(403);
    Viewer officer = viewers.of(accounts.findByLogin("lin").orElseThrow());
    UUID sent = UUID.fromString(application.substring("/applications/".length()));
    assertThat(visits.findServing(officer, sent)).isPresent();
    Set<Permission> others = new HashSet<>(officer.permissions());
    others.remove(Permission.TAKE_IN);
    var moved =
        new Viewer(officer.account(), officer.name(), officer.roles(), others, officer.reach());
    assertThat(visits.findServing(moved, sent)).as("not at the counter any more").isEmpty();
    assertThat(
            time.at(
                time.instant().plus(Duration.ofHours(11)), () -> visits.findServing(officer, sent)))
        .isEmpty();
    lin.person.form(visit + "/end", Map.of());
    Answer over = lin.person.get(application);
    assertThat(over.status()).isEqualTo(403);
    assertThat(over.words()).contains("这次接待已经结束");
    assertThat(
            lin.acts(application, application + "/" + number, Map.of("action", "withdraw"))
                .status())
        .isEqualTo(403);
    assertThat(counter.step(number)).isEqualTo("received");
    assertThat(lin.person.get(visit).words()).contains("接待已结束").doesNotContain("没有提交");
  }
}
