package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** Nobody floods an office: so many messages without an answer, so many times asked. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class MessageLimitsTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");

  @LocalServerPort private int port;

  private Applicant mei;
  private String draft;

  @BeforeEach
  void meiBegins() {
    mei = new Applicant(port, "mei");
    draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
  }

  @AfterEach
  void nothingStaysBehind() {
    mei.person.form(draft + "/drop", Map.of());
  }

  private Answer asks() {
    return mei.person.form(
        draft + "/help", Map.of("words", "请问", "asked", "room-key@card-desk", "agree", "yes"));
  }

  private Answer writes(String words) {
    return mei.person.form(draft + "/help/messages", Map.of("words", words));
  }

  @Test
  void afterSoManyUnansweredMessagesTheApplicantWaits() {
    asks();
    for (int written = 1; written < MessageLimits.UNANSWERED; written++) {
      assertThat(writes("第 " + written + " 句").words()).contains("第 " + written + " 句");
    }
    Answer refused = writes("再写一句");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.words()).contains("工作人员还没有回复").contains("请打热线或到窗口");
    assertThat(refused.body()).as("what was typed stays").contains("再写一句</textarea>");
    Applicant lin = new Applicant(port, "lin");
    String help = Applicant.found(HELP, lin.person.get("/help").body());
    lin.person.form(help, Map.of("words", "慢慢来"));
    assertThat(writes("谢谢").status()).isEqualTo(200);
  }

  @Test
  void manyWindowsAtOnceDoNotGoPastIt() throws Exception {
    asks();
    List<Callable<Answer>> all = new ArrayList<>();
    for (int window = 0; window < 2 * MessageLimits.UNANSWERED; window++) {
      String words = "同时写 " + window;
      all.add(() -> writes(words));
    }
    try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
      int kept = 0;
      for (Future<Answer> one : windows.invokeAll(all)) {
        kept += one.get().status() == 200 ? 1 : 0;
      }
      assertThat(kept).isEqualTo(MessageLimits.UNANSWERED - 1);
    }
    String shown = mei.person.get(draft + "/help").words();
    assertThat(shown.split("同时写", -1)).hasSize(MessageLimits.UNANSWERED);
  }

  @Test
  void aButtonPressedTwiceSendsOneMessage() throws Exception {
    asks();
    List<Callable<Answer>> all = new ArrayList<>();
    for (int press = 0; press < 6; press++) {
      all.add(() -> writes("只说一遍"));
    }
    try (ExecutorService windows = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> one : windows.invokeAll(all)) {
        assertThat(one.get().status()).isEqualTo(200);
      }
    }
    assertThat(mei.person.get(draft + "/help").words().split("只说一遍", -1)).hasSize(2);
  }

  @Test
  void helpIsAskedForSoManyTimesWithOneDraft() {
    for (int asked = 0; asked < MessageLimits.ASKED; asked++) {
      assertThat(asks().status()).isEqualTo(200);
      mei.person.form(draft + "/help/end", Map.of());
    }
    Answer refused = asks();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.words()).contains("已经请人帮过 10 次").contains("咨询电话");
  }
}
