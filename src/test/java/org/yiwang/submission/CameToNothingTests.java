package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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

  private void refused(Application sent) {
    assertThat(new Applicant(port, "lin").does(sent.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "refuse", "太多人了").good()).isTrue();
  }

  /** How many reminders of papers come when all is due. */
  private long remindedOf(Application sent) {
    time.at(time.instant().plus(ALL_DUE), () -> reminders.remind());
    String submission = sent.href().substring("/applications/".length());
    return notices.listAbout("submission:" + submission).stream()
        .filter(told -> told.title().zh().equals("有材料快到补交期限"))
        .count();
  }
}
