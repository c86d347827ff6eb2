package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.CounterSteps.SENT;
import static org.yiwang.submission.CounterSteps.asked;
import static org.yiwang.submission.CounterSteps.opened;
import static org.yiwang.submission.CounterSteps.takenIn;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Way;
import org.yiwang.story.Person.Answer;

/**
 * Whoever did something at the counter in an applicant's name decides nothing about it, and the
 * applicant is told what was done.
 */
@CounterTest
class CounterOwnWorkTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private Notices notices;

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
    String number = takenIn(lin, "M-00074001");
    asked(lin, number);
    String application = Applicant.found(SENT, opened(una, number, "4001").path());
    Answer done =
        una.person.form(
            application + "/" + number + "/supplement",
            Map.of("post_address", "河边路 5 号 2 楼"),
            Map.of("file-deposit", Applicant.PNG));
    assertThat(done.path()).isEqualTo(application);
    assertThat(counter.lastMove(number).fact("counter")).isEqualTo("card-desk");
    notHers(una, number);
  }

  @Test
  void whoeverCorrectsDuringReviewDecidesNothing() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn(lin, "M-00074002");
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
                "why-corrected", "写错了楼层"));
    assertThat(done.path()).as(done.words()).isEqualTo(application);
    assertThat(counter.lastMove(number).fact("from")).isEqualTo("review");
    refusedAsOwn(una, number);
  }

  @Test
  void whoeverMendsOneAnswerDecidesNothing() {
    Applicant una = new Applicant(port, "una");
    String number = takenIn(lin, "M-00074003");
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
    String number = takenIn(lin, "M-00074004");
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
    Answer page = opened(lin, sent.number(), "2345");
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
                "why-corrected", "写错了楼层"));
    assertThat(done.path()).as(done.words()).isEqualTo(sent.href());
    Answer told = mei.person.get("/messages");
    assertThat(told.words())
        .contains("办证台的窗口照您本人当面所说，替您补交了“照片”")
        .contains("替您更正了填写内容")
        .containsPattern("如果到场的不是您，请拨 \\S+。");
    assertThat(mei.person.get(sent.href()).words())
        .contains("补交了“照片”（窗口代办·办证台）")
        .contains("更正了填写内容（窗口代办·办证台）");
  }

  @Test
  void whoHasNoAccountIsToldByTextMessage() {
    String number = takenIn(lin, "M-00074005", "13800074005");
    Answer page = opened(lin, number, "4005");
    String application = Applicant.found(SENT, page.path());
    assertThat(
            lin.acts(application, application + "/" + number, Map.of("action", "withdraw")).good())
        .isTrue();
    assertThat(notices.listAbout("visit:" + counter.openVisit().substring("/window/".length())))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.way()).isEqualTo(Way.SMS);
              assertThat(told.words().zh()).contains("替您撤回了申请").contains("请拨");
            });
  }
}
