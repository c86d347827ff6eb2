package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.CounterSteps.DRAFT;
import static org.yiwang.submission.CounterSteps.PURPOSE;
import static org.yiwang.submission.CounterSteps.SENT;
import static org.yiwang.submission.CounterSteps.VISIT;
import static org.yiwang.submission.CounterSteps.agreed;
import static org.yiwang.submission.CounterSteps.asked;
import static org.yiwang.submission.CounterSteps.opened;
import static org.yiwang.submission.CounterSteps.takenIn;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.identity.AccessLog;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.story.Person.Answer;

/**
 * What is done at the counter in the name of whoever came back: what is missing is supplied, one
 * answer put right, papers are scanned within the limits, and in the end she withdraws.
 */
@CounterTest
class CounterActingTests {
  private static final String KEPT = "，已上传，还没有提交：";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern KEPT_FIELD = Pattern.compile("name=\"kept-deposit\" value=\"[^\"]+");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private AccessLog access;
  @Autowired private Journal journal;

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

  private List<String> looks(String visit) {
    return access.listLooks("visit:" + visit.substring("/window/".length())).stream()
        .map(look -> look.purpose().zh())
        .toList();
  }

  @Test
  void whatIsNoVersionIsAnOldOneAndTheReasonsStay() {
    String number = takenIn(lin, "M-00072016");
    for (String wrong : List.of("abc", "", "9".repeat(20), "-1")) {
      Answer answer =
          lin.person.form(
              "/cases/" + number + "/supplement",
              Map.of("case-version", wrong, "reason-field:post_address", "请写上楼号"));
      assertThat(answer.status()).as(wrong).isEqualTo(409);
      assertThat(answer.body()).contains("value=\"请写上楼号\"");
    }
  }

  @Test
  void exactlyWhatWasAskedForIsSuppliedInTheirName() {
    String number = takenIn(lin, "M-00072003");
    asked(lin, number);
    Answer page = opened(lin, number, "M-0007 2003");
    String application = Applicant.found(SENT, page.path());
    String supplement = application + "/" + number + "/supplement";
    assertThat(page.body()).contains(supplement).doesNotContain("name=\"rating\"");
    Answer form = lin.person.get(supplement);
    assertThat(form.words()).contains("窗口续办").contains("请写上楼号").contains("请交押金收据");
    assertThat(form.body())
        .contains("name=\"post_address\"")
        .doesNotContain("name=\"reader_name\"");
    String kept = keptFile(supplement);
    Answer done =
        lin.person.form(supplement, Map.of("post_address", "河边路 5 号 2 楼", "kept-deposit", kept));
    assertThat(done.path()).isEqualTo(application);
    assertThat(counter.step(number)).isEqualTo("received");
    Entry moved = counter.lastMove(number);
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
    assertThat(looks(counter.openVisit()))
        .contains("窗口接待：" + PURPOSE)
        .filteredOn(purpose -> purpose.equals("窗口续办：" + PURPOSE))
        .hasSizeGreaterThan(2);
  }

  /** A file that was chosen before a row was added need not be chosen again; its id. */
  private String keptFile(String supplement) {
    Answer row =
        lin.person.form(
            supplement,
            Map.of("add-row", "kin", "post_address", "河边路 4 号"),
            Map.of("file-deposit", Applicant.PNG));
    assertThat(row.status()).isEqualTo(200);
    assertThat(row.words()).contains(KEPT + "photo.png");
    assertThat(row.body()).contains("value=\"河边路 4 号\"");
    String id = Applicant.found(ID, Applicant.found(KEPT_FIELD, row.body()));
    assertThat(lin.person.form(supplement, Map.of("post_address", "河边路 5 号 2 楼")).status())
        .as("the paper is missing")
        .isEqualTo(422);
    Answer given = lin.person.form(supplement, Map.of("kept-deposit", id));
    assertThat(given.status()).as("now the answer is missing").isEqualTo(422);
    assertThat(given.words()).contains(KEPT + "photo.png");
    Answer removed =
        lin.person.form(supplement, Map.of("remove-file", "deposit", "kept-deposit", id));
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.words()).doesNotContain(KEPT);
    return id;
  }

  @Test
  void oneAnswerIsPutRightAndInTheEndTheyWithdraw() {
    String number = takenIn(lin, "M-00072004");
    String theirs = "/cases/" + number + "/messages";
    lin.person.form(theirs, Map.of("words", "请写上楼号", "question", "post_address"));
    Answer page = opened(lin, number, "2004");
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
    assertThat(counter.lastMove(number).actor().name().zh()).isEqualTo("窗口代办：林老师");

    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"")
            .matcher(lin.person.get(application).body());
    assertThat(version.find()).isTrue();
    Map<String, String> withdraw = Map.of("action", "withdraw", "version", version.group(1));
    assertThat(lin.person.form(application + "/" + number, withdraw).good()).isTrue();
    assertThat(counter.step(number)).isEqualTo("withdrawn");
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
    String number = takenIn(lin, "M-00072005");
    Answer page = opened(lin, number, "2005");
    String application = Applicant.found(SENT, page.path());
    Answer rated =
        lin.acts(
            application, application + "/" + number, Map.of("action", "accept", "rating", "5"));
    assertThat(rated.status()).isEqualTo(403);
    assertThat(rated.words()).contains("只能由本人做");
    assertThat(counter.step(number)).isEqualTo("received");
    assertThat(lin.does(number, "accept", "").good()).as("as an officer she may").isTrue();
  }

  @Test
  void whatIsScannedCountsForTheVisitAndNotForTheOfficer() {
    for (int person = 0; person < 3; person++) {
      String number = takenIn(lin, "M-0007300" + person);
      Answer page = opened(lin, number, "300" + person);
      String application = Applicant.found(SENT, page.path());
      for (String paper : List.of("portrait", "deposit")) {
        Answer given =
            lin.person.file(application + "/papers/" + paper, "file-" + paper, Applicant.PNG);
        assertThat(given.path()).as(given.words()).isEqualTo(application);
      }
      assertThat(lin.person.get(application).words()).contains("已补交");
      counter.nobodyStaysAtTheCounter();
    }
    String visit =
        Applicant.found(
            VISIT,
            lin.person.form("/window", Map.of("named", "M-00073000", "purpose", "再借一把")).body());
    String draft = Applicant.found(DRAFT, agreed(lin, visit, "matter:room-key").body());
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
