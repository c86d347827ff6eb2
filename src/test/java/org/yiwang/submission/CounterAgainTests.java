package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Cases;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Way;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;

/**
 * An, who has no account, comes back to Ms Lin's counter about the key she applied for there: what
 * is missing is supplied, one answer put right, and in the end she withdraws.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=2",
      "yiwang.papers.files-a-visit=3",
      "yiwang.papers.files-a-day-at-the-counter=30"
    })
class CounterAgainTests {
  private static final Pattern VISIT = Pattern.compile("/window/[0-9a-f-]{36}");
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final String PURPOSE = "来补正阅览室钥匙";

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private AccessLog access;
  @Autowired private Journal journal;
  @Autowired private Cases cases;
  @Autowired private DistrictTime time;
  @Autowired private VisitStore visits;
  @Autowired private Viewers viewers;
  @Autowired private Notices notices;
  @Autowired private Guesses guesses;

  private Applicant lin;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    for (String login : List.of("lin", "una", "vic", "eve")) {
      String officer = accountOf(login);
      visits.list(officer).stream().filter(CounterVisit::open).forEach(visits::ended);
      guesses.right("counter-of:" + officer);
    }
  }

  /** Somebody without an account whose application was taken in: the number of its case. */
  private String takenIn(String member) {
    return takenIn(member, "");
  }

  private String takenIn(String member, String phone) {
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "小安");
    typed.put("number", member);
    typed.put("phone", phone);
    typed.put("purpose", "来办阅览室钥匙");
    typed.put("shown", "other_card");
    String visit = Applicant.found(VISIT, lin.person.form("/window/newcomer", typed).body());
    Answer begun = agreed(visit, "matter:room-key");
    String draft = Applicant.found(DRAFT, begun.body());
    lin.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小安", "post_address", "河边路 5 号", "hours", "evening"));
    lin.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = lin.person.form(draft + "/check", Map.of("confirm", "yes"));
    return Applicant.found(NUMBER, sent.body());
  }

  private Answer agreed(String visit, String target) {
    return agreed(lin, visit, target);
  }

  private static Answer agreed(Applicant officer, String visit, String target) {
    return officer.person.form(
        visit, Map.of("target", target, "shown", "other_card", "way", "ticked"));
  }

  private static Answer comes(Applicant officer, String number, String identifier) {
    return officer.person.form(
        "/window/again", Map.of("number", number, "identifier", identifier, "purpose", PURPOSE));
  }

  /** The application's page, opened at a visit. */
  private Answer opened(String number, String identifier) {
    return opened(lin, number, identifier);
  }

  private static Answer opened(Applicant officer, String number, String identifier) {
    String visit = Applicant.found(VISIT, comes(officer, number, identifier).path());
    return agreed(officer, visit, "matter:room-key");
  }

  private String accountOf(String login) {
    return accounts.findByLogin(login).orElseThrow().id().toString();
  }

  private String openVisit() {
    String officer = accountOf("lin");
    return visits.list(officer).stream()
        .filter(CounterVisit::open)
        .findFirst()
        .orElseThrow()
        .href();
  }

  private List<String> looks(String visit) {
    return access.listLooks("visit:" + visit.substring("/window/".length())).stream()
        .map(look -> look.purpose().zh())
        .toList();
  }

  private Entry lastMove(String number) {
    return journal.list("case:" + number).stream()
        .filter(entry -> entry.kind().equals("case.moved"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private String step(String number) {
    return cases.find(number).orElseThrow().position().step();
  }

  private void asked(String number) {
    String ask = "/cases/" + number + "/supplement";
    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(lin.person.get(ask).body());
    assertThat(version.find()).isTrue();
    Answer answer =
        lin.person.form(
            ask,
            Map.of(
                "version",
                version.group(1),
                "reason-field:post_address",
                "请写上楼号",
                "reason-evidence:deposit",
                "请交押金收据"));
    assertThat(answer.good()).as(answer.words()).isTrue();
  }

  @Test
  void onlyWhomNumberAndDocumentLeadToAndOnlyAtTheirCounter() {
    String number = takenIn("M-00072001");
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
  void whatIsNoVersionIsAnOldOneAndTheReasonsStay() {
    String number = takenIn("M-00072016");
    for (String wrong : List.of("abc", "", "9".repeat(20), "-1")) {
      Answer answer =
          lin.person.form(
              "/cases/" + number + "/supplement",
              Map.of("version", wrong, "reason-field:post_address", "请写上楼号"));
      assertThat(answer.status()).as(wrong).isEqualTo(409);
      assertThat(answer.body()).contains("value=\"请写上楼号\"");
    }
  }

  @Test
  void wrongDocumentsCannotBeTriedForLong() {
    String number = takenIn("M-00072006");
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
    String number = takenIn("M-00072007");
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
    String number = takenIn("M-00072008");
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
        parties.ofAccount(accountOf("tao"), "小涛"),
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
    String number = takenIn("M-00072009");
    String visit = Applicant.found(VISIT, comes(lin, number, "2009").path());
    Answer before = lin.person.get(visit);
    assertThat(before.words()).contains(number);
    assertThat(before.body()).doesNotContain("/cases/" + number);
    assertThat(before.words())
        .as("the consent names which application")
        .containsPattern("编号 " + number + "，\\d{4}-\\d{2}-\\d{2} 提交");
    UUID application = served(visit);
    agreed(visit, "matter:room-key");
    assertThat(lin.person.get(visit).body()).contains("/cases/" + number);
    lin.person.form(visit + "/end", Map.of());
    assertThat(lin.person.get(visit).body()).as("hers to see").contains("/cases/" + number);

    Applicant eve = new Applicant(port, "eve");
    UUID came =
        visits.insert(
            new VisitStore.Arrival(
                accountOf("eve"), "house", new CounterVisit.About(application, number)),
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
    String number = takenIn("M-00072010");
    String visit = Applicant.found(VISIT, comes(lin, number, "2010").path());
    try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(clicks.submit(() -> agreed(visit, "matter:room-key")));
      }
      for (Future<Answer> one : all) {
        assertThat(one.get().path()).isEqualTo("/applications/" + served(visit));
      }
    }
    String subject = "visit:" + visit.substring("/window/".length());
    assertThat(journal.list(subject))
        .filteredOn(entry -> entry.kind().equals("visit.agreed"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.fact("serves")).isEqualTo("submission:" + served(visit));
              assertThat(entry.fact("words-en")).contains(number);
            });
  }

  @Test
  void nothingOpensBeforeTheyAgreedAndNothingAfterTheVisit() {
    String number = takenIn("M-00072002");
    String visit = Applicant.found(VISIT, comes(lin, number, "2002").path());
    assertThat(lin.person.get(visit).words()).contains("打开已提交的“阅览室钥匙”申请");
    UUID party = parties.findByIdentifier("M-00072002").getFirst();
    String application = "/applications/" + served(visit);
    assertThat(lin.person.get(application).status()).isEqualTo(403);
    Answer half = lin.person.form(visit, Map.of("target", "matter:room-key"));
    assertThat(half.words()).contains("还没有选怎样核验了身份").contains("还没有本人的同意");
    assertThat(agreed(visit, "matter:renew-card").path())
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
    assertThat(step(number)).isEqualTo("received");
    assertThat(lin.person.get(visit).words()).contains("接待已结束").doesNotContain("没有提交");
  }

  private UUID served(String visit) {
    return java.util.Objects.requireNonNull(
        visits.find(UUID.fromString(visit.substring("/window/".length()))).orElseThrow().serves());
  }

  @Test
  void exactlyWhatWasAskedForIsSuppliedInTheirName() {
    String number = takenIn("M-00072003");
    asked(number);
    Answer page = opened(number, "M-0007 2003");
    String application = Applicant.found(SENT, page.path());
    String supplement = application + "/" + number + "/supplement";
    assertThat(page.body()).contains(supplement).doesNotContain("name=\"rating\"");
    Answer form = lin.person.get(supplement);
    assertThat(form.words()).contains("窗口续办").contains("请写上楼号").contains("请交押金收据");
    assertThat(form.body())
        .contains("name=\"post_address\"")
        .doesNotContain("name=\"reader_name\"");
    assertThat(lin.person.form(supplement, Map.of("post_address", "河边路 5 号 2 楼")).status())
        .as("the paper is missing")
        .isEqualTo(422);
    Answer given = lin.person.file(supplement, "file-deposit", Applicant.PNG);
    assertThat(given.status()).as("now the answer is missing").isEqualTo(422);
    Answer done =
        lin.person.form(
            supplement,
            Map.of("post_address", "河边路 5 号 2 楼"),
            Map.of("file-deposit", Applicant.PNG));
    assertThat(done.path()).isEqualTo(application);
    assertThat(step(number)).isEqualTo("received");
    Entry moved = lastMove(number);
    assertThat(moved.fact("action")).isEqualTo("supplied");
    assertThat(moved.actor().kind()).isEqualTo(Actor.Kind.PERSON);
    assertThat(moved.actor().name().en()).isEqualTo("At the counter, by Ms Lin");
    int entries = journal.list("case:" + number).size();
    Answer twice =
        lin.person.form(
            supplement, Map.of("post_address", "河边路 9 号"), Map.of("file-deposit", Applicant.PNG));
    assertThat(twice.good()).as("sent twice").isFalse();
    assertThat(journal.list("case:" + number)).hasSize(entries);
    assertThat(lin.person.get("/cases/" + number).words())
        .contains("河边路 5 号 2 楼")
        .contains("窗口代办：林老师")
        .doesNotContain("河边路 9 号");
    assertThat(looks(openVisit()))
        .contains("窗口接待：" + PURPOSE)
        .filteredOn(purpose -> purpose.equals("窗口续办：" + PURPOSE))
        .hasSizeGreaterThan(2);
  }

  @Test
  void oneAnswerIsPutRightAndInTheEndTheyWithdraw() {
    String number = takenIn("M-00072004");
    String theirs = "/cases/" + number + "/messages";
    lin.person.form(theirs, Map.of("words", "请写上楼号", "question", "post_address"));
    Answer page = opened(number, "2004");
    String application = Applicant.found(SENT, page.path());
    String mend =
        Applicant.found(
            Pattern.compile(Pattern.quote(application) + "/\\S+/mend/[0-9a-f-]{36}"), page.body());
    assertThat(lin.person.get(mend).body())
        .contains("name=\"post_address\"")
        .doesNotContain("name=\"reader_name\"");
    Answer mended = lin.acts(mend, mend, Map.of("post_address", "河边路 5 号 3 楼"));
    assertThat(mended.path()).isEqualTo(application);
    assertThat(lin.person.get("/cases/" + number).words())
        .contains("应工作人员请求：请写上楼号")
        .contains("河边路 5 号 3 楼");
    assertThat(lin.person.get(mend).status()).as("once").isEqualTo(404);
    assertThat(lastMove(number).actor().name().zh()).isEqualTo("窗口代办：林老师");

    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"")
            .matcher(lin.person.get(application).body());
    assertThat(version.find()).isTrue();
    Map<String, String> withdraw = Map.of("action", "withdraw", "version", version.group(1));
    assertThat(lin.person.form(application + "/" + number, withdraw).good()).isTrue();
    assertThat(step(number)).isEqualTo("withdrawn");
    assertThat(lin.person.form(application + "/" + number, withdraw).good()).as("twice").isFalse();
    List<Entry> noted =
        journal.list("submission:" + application.substring("/applications/".length())).stream()
            .filter(entry -> entry.kind().equals("submission.acted-for"))
            .toList();
    assertThat(noted).extracting(entry -> entry.fact("done")).contains(number + " withdraw");
    assertThat(noted)
        .allMatch(entry -> entry.actor().kind() == Actor.Kind.PERSON)
        .allMatch(entry -> String.valueOf(entry.fact("under")).startsWith("visit:"))
        .allMatch(
            entry ->
                new SubmissionEntryWords()
                    .words(entry)
                    .orElseThrow()
                    .en()
                    .equals("At the counter, by Ms Lin"));
  }

  @Test
  void whatSomebodyThinksOfTheOfficeTheySayThemselves() {
    String number = takenIn("M-00072005");
    Answer page = opened(number, "2005");
    String application = Applicant.found(SENT, page.path());
    Answer rated =
        lin.acts(
            application, application + "/" + number, Map.of("action", "accept", "rating", "5"));
    assertThat(rated.status()).isEqualTo(403);
    assertThat(rated.words()).contains("只能由本人做");
    assertThat(step(number)).isEqualTo("received");
    assertThat(lin.does(number, "accept", "").good()).as("as an officer she may").isTrue();
  }

  @Test
  void whatIsScannedCountsForTheVisitAndNotForTheOfficer() {
    for (int person = 0; person < 3; person++) {
      String number = takenIn("M-0007300" + person);
      Answer page = opened(number, "300" + person);
      String application = Applicant.found(SENT, page.path());
      for (String paper : List.of("portrait", "deposit")) {
        Answer given =
            lin.person.file(application + "/papers/" + paper, "file-" + paper, Applicant.PNG);
        assertThat(given.path()).as(given.words()).isEqualTo(application);
      }
      assertThat(lin.person.get(application).words()).contains("已补交");
      nobodyStaysAtTheCounter();
    }
    String visit =
        Applicant.found(
            VISIT,
            lin.person.form("/window", Map.of("named", "M-00073000", "purpose", "再借一把")).body());
    String draft = Applicant.found(DRAFT, agreed(visit, "matter:room-key").body());
    lin.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小安", "post_address", "河边路 5 号", "hours", "evening"));
    for (int file = 0; file < 3; file++) {
      Answer kept = lin.person.file(draft + "/evidence", "file-deposit", Applicant.PNG);
      assertThat(kept.words()).doesNotContain("已到上限");
    }
    Answer fourth = lin.person.file(draft + "/evidence", "file-deposit", Applicant.PNG);
    assertThat(fourth.words()).contains("这次接待扫描的文件已到上限（3 个").contains("合成一个 PDF");
  }

  private void notHers(Applicant una, String number) {
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    refusedAsOwn(una, number);
  }

  private static void refusedAsOwn(Applicant una, String number) {
    for (String decides : List.of("grant", "refuse")) {
      Answer refused = una.does(number, decides, "就这样");
      assertThat(refused.status()).as(decides + refused.body()).isEqualTo(403);
      assertThat(refused.body()).contains("case-own-work");
    }
    assertThat(una.person.get("/cases/" + number).body()).doesNotContain("value=\"grant\"");
  }

  @Test
  void whoeverSuppliesForThemDecidesNothing() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn("M-00074001");
    asked(number);
    String application = Applicant.found(SENT, opened(una, number, "4001").path());
    Answer done =
        una.person.form(
            application + "/" + number + "/supplement",
            Map.of("post_address", "河边路 5 号 2 楼"),
            Map.of("file-deposit", Applicant.PNG));
    assertThat(done.path()).isEqualTo(application);
    assertThat(lastMove(number).fact("counter")).isEqualTo("card-desk");
    notHers(una, number);
  }

  @Test
  void whoeverCorrectsDuringReviewDecidesNothing() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn("M-00074002");
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    String application = Applicant.found(SENT, opened(una, number, "4002").path());
    String correct = application + "/" + number + "/correct";
    Answer done =
        una.acts(
            correct,
            correct,
            Map.of(
                "reader_name", "小安",
                "post_address", "河边路 5 号 4 楼",
                "hours", "evening",
                "reason", "写错了楼层"));
    assertThat(done.path()).as(done.words()).isEqualTo(application);
    assertThat(lastMove(number).fact("from")).isEqualTo("review");
    refusedAsOwn(una, number);
  }

  @Test
  void whoeverMendsOneAnswerDecidesNothing() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn("M-00074003");
    lin.person.form(
        "/cases/" + number + "/messages", Map.of("words", "请写上楼号", "question", "post_address"));
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    Answer page = opened(una, number, "4003");
    String application = Applicant.found(SENT, page.path());
    String mend =
        Applicant.found(
            Pattern.compile(Pattern.quote(application) + "/\\S+/mend/[0-9a-f-]{36}"), page.body());
    assertThat(una.acts(mend, mend, Map.of("post_address", "河边路 5 号 6 楼")).path())
        .isEqualTo(application);
    refusedAsOwn(una, number);
  }

  @Test
  void whoeverHandsInWhatFollowsDecidesNothingAndTheApplicantReadsIt() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn("M-00074004");
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    String application = Applicant.found(SENT, opened(una, number, "4004").path());
    assertThat(una.does(number, "grant", "").body()).as("not yet").doesNotContain("case-own-work");
    Answer given = una.person.file(application + "/papers/deposit", "file-deposit", Applicant.PNG);
    assertThat(given.words()).contains("补交了“押金收据”（窗口代办·办证台）");
    refusedAsOwn(una, number);
    assertThat(una.person.get("/cases/" + number).words()).contains("窗口代办：补交了“押金收据”");
    assertThat(new Applicant(port, "ada").does(number, "grant", "").good())
        .as("somebody else decides")
        .isTrue();
  }

  @Test
  void theApplicantIsToldWhatWasDoneInTheirNameAndWhomToCall() {
    Applicant mei = new Applicant(port, "mei");
    Applicant.Application sent = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    Answer page = opened(sent.number(), "2345");
    assertThat(page.path()).isEqualTo(sent.href());
    Answer given =
        lin.person.file(sent.href() + "/papers/portrait", "file-portrait", Applicant.PNG);
    assertThat(given.path()).isEqualTo(sent.href());
    Answer done =
        lin.acts(
            sent.href() + "/" + sent.number() + "/correct",
            sent.href() + "/" + sent.number() + "/correct",
            Map.of(
                "reader_name", "小梅",
                "post_address", "河边路 3 号 2 楼",
                "hours", "morning",
                "reason", "写错了楼层"));
    assertThat(done.path()).as(done.words()).isEqualTo(sent.href());
    Answer told = mei.person.get("/requests");
    assertThat(told.words())
        .contains("办证台的窗口照您本人当面所说，替您补交了“照片”")
        .contains("替您更正了填写内容")
        .containsPattern("如果到场的不是您，请拨 \\S+。");
    assertThat(mei.person.get(sent.href()).words())
        .contains("补交了“照片”（窗口代办·办证台）")
        .contains("更正（窗口代办·办证台）");
  }

  @Test
  void whoHasNoAccountIsToldByTextMessage() {
    String number = takenIn("M-00074005", "13800074005");
    Answer page = opened(number, "4005");
    String application = Applicant.found(SENT, page.path());
    assertThat(
            lin.acts(application, application + "/" + number, Map.of("action", "withdraw")).good())
        .isTrue();
    assertThat(notices.listAbout("visit:" + openVisit().substring("/window/".length())))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.way()).isEqualTo(Way.SMS);
              assertThat(told.words().zh()).contains("替您撤回了申请").contains("请拨");
            });
  }

  @Test
  void visitsAreNoWayRoundTheLimitsOfADay() {
    Applicant vic = new Applicant(port, "vic");
    String words = "";
    for (int visit = 0; visit < 11; visit++) {
      String came =
          Applicant.found(
              VISIT, vic.person.form("/window", Map.of("named", "tao", "purpose", "扫描")).body());
      String draft = Applicant.found(DRAFT, agreed(vic, came, "matter:room-key").body());
      vic.person.form(
          draft + "/parts/reader",
          Map.of("reader_name", "小涛", "post_address", "河边路 5 号", "hours", "evening"));
      for (int file = 0; file < 3; file++) {
        words = vic.person.file(draft + "/evidence", "file-deposit", Applicant.PNG).words();
        assertThat(words.contains("今天在窗口扫描的文件已到上限"))
            .as("visit " + visit + ", file " + file)
            .isEqualTo(visit == 10);
      }
      vic.person.form(came + "/end", Map.of());
    }
    assertThat(words).contains("30 个").contains("请同事接待，或明天接着办");
  }
}
