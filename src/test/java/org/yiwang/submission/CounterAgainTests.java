package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
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
      "yiwang.papers.files-a-visit=3"
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

  private Applicant lin;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    String officer = accounts.findByLogin("lin").orElseThrow().id().toString();
    visits.list(officer).stream().filter(CounterVisit::open).forEach(visits::ended);
  }

  /** Somebody without an account whose application was taken in: the number of its case. */
  private String takenIn(String member) {
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "小安");
    typed.put("number", member);
    typed.put("phone", "");
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
    return lin.person.form(visit, Map.of("target", target, "shown", "other_card", "way", "ticked"));
  }

  private static Answer comes(Applicant officer, String number, String identifier) {
    return officer.person.form(
        "/window/again", Map.of("number", number, "identifier", identifier, "purpose", PURPOSE));
  }

  /** The application's page, opened at a visit. */
  private Answer opened(String number, String identifier) {
    String visit = Applicant.found(VISIT, comes(lin, number, identifier).path());
    return agreed(visit, "matter:room-key");
  }

  private String openVisit() {
    String officer = accounts.findByLogin("lin").orElseThrow().id().toString();
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
  void wrongDocumentsCannotBeTriedForLong() {
    String number = takenIn("M-00072006");
    for (int i = 0; i < 5; i++) {
      comes(lin, number, "900" + i);
    }
    Answer paused = comes(lin, number, "2006");
    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.words()).contains("输错的次数太多");
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
        .isNotEqualTo(200);
    Viewer officer = viewers.of(accounts.findByLogin("lin").orElseThrow());
    UUID sent = UUID.fromString(application.substring("/applications/".length()));
    assertThat(visits.findServing(officer, sent)).isPresent();
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
}
