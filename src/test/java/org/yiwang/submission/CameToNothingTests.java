package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.notice.Notices;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Of what was refused nothing more is asked: no paper, no check, no reminder of either. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class CameToNothingTests {
  private static final Pattern PROMISE = Pattern.compile("/promises/[0-9a-f-]{36}");
  private static final Duration ALL_DUE = Duration.ofDays(60);

  @LocalServerPort private int port;
  @Autowired private RemindApplicants reminders;
  @Autowired private Notices notices;
  @Autowired private OwedStore owed;
  @Autowired private PromiseStore promises;
  @Autowired private DistrictTime time;

  @Test
  void nothingIsAskedOrCheckedOrRemindedOfAfterARefusal() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    assertThat(bo.person.get(sent.href()).words()).contains("有材料待补交", "上传押金收据");
    refused(sent);

    Answer page = bo.person.get(sent.href());
    assertThat(page.words())
        .contains("没有批准", "申请没有办成，所以不核查", "下面的可以在")
        .doesNotContain("有材料待补交", "上传押金收据");
    assertThat(page.body()).contains("<span class=\"tag plain\">没有批准");
    assertThat(bo.person.get(Applicant.found(PROMISE, page.body())).words())
        .contains("申请没有办成，所以不核查");
    Answer late = bo.person.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    assertThat(late.status()).isEqualTo(404);
    assertThat(remindedOf(sent)).isZero();
  }

  @Test
  void anObjectionThatIsWonBringsItAllBack() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    refused(sent);
    String acts = sent.href() + "/" + sent.number();
    bo.acts(sent.href(), acts, Map.of("action", "object", "note", "押金早就交了"));
    assertThat(bo.person.get(sent.href()).words()).contains("有材料待补交", "上传押金收据");
    assertThat(remindedOf(sent)).isPositive();
  }

  /** The day of the reminder passes while it is refused; it comes when it has been brought back. */
  @Test
  void whatWasNotRemindedOfWhileItWasRefusedIsRemindedOfOnceAfterwards() {
    Applicant bo = new Applicant(port, "bo");
    Application paper = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    Owed deposit = owed.findOpen(id(paper), "deposit").orElseThrow();
    Reminded late = new Reminded("submission:" + id(paper), "有材料快到补交期限", "押金收据");
    broughtBackBetweenReminders(bo, paper, deposit.due(), late);

    Application promised = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    SignedPromise home = promises.listOf(id(promised)).getFirst();
    Reminded soon = new Reminded(home.subject(), "您的承诺快到核查时间", "住址证明");
    broughtBackBetweenReminders(bo, promised, home.due(), soon);
  }

  private void broughtBackBetweenReminders(
      Applicant bo, Application sent, Instant due, Reminded of) {
    refused(sent);
    time.at(due.minus(Duration.ofHours(12)), () -> reminders.remind());
    assertThat(count(of)).as("while it is refused").isZero();
    String acts = sent.href() + "/" + sent.number();
    bo.acts(sent.href(), acts, Map.of("action", "object", "note", "押金早就交了"));
    for (int hours = 5; hours > 0; hours--) {
      time.at(due.minus(Duration.ofHours(hours)), () -> reminders.remind());
    }
    assertThat(count(of)).as("once it was brought back").isOne();
  }

  /** What somebody is reminded of: about what, under which title, and a word of it. */
  private record Reminded(String about, String title, String word) {}

  private long count(Reminded of) {
    return notices.listAbout(of.about()).stream()
        .filter(told -> told.title().zh().equals(of.title()))
        .filter(told -> told.words().zh().contains(of.word()))
        .count();
  }

  private static UUID id(Application sent) {
    return UUID.fromString(sent.href().substring("/applications/".length()));
  }

  private void refused(Application sent) {
    assertThat(new Applicant(port, "lin").does(sent.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "refuse", "太多人了").good()).isTrue();
  }

  /** How many reminders of papers come when all is due. */
  private long remindedOf(Application sent) {
    time.at(time.instant().plus(ALL_DUE), () -> reminders.remind());
    return count(new Reminded("submission:" + id(sent), "有材料快到补交期限", ""));
  }
}
