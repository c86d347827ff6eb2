package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryClock;

/** One clock, one timeline and one outcome over all matters of a bundle. */
@ProgramTest
@Import(StoryClock.class)
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class BundleOverviewTests {
  private static final Map<String, Object> NOTHING = Map.of("note", "");

  @LocalServerPort private int port;
  @Autowired private DistrictTime time;
  @Autowired private StoryClock clock;

  private Instant now = Instant.EPOCH;

  @BeforeEach
  void today() {
    now = time.instant();
    clock.set(now);
  }

  @Test
  void allGranted() {
    TwoDiseases two = sent();
    Applicant window = new Applicant(port, "window");
    Applicant health = new Applicant(port, "approve-health");
    assertThat(two.seen().words())
        .contains("还没有开始计时的：")
        .contains("家庭医生签约：受理后", "两病门诊用药保障：轮到它开始、受理后")
        .contains("全部经过和期限", "家庭医生签约：已提交")
        .containsPattern("天数\\s*\\d+ 天，一项接一项办要 \\d+ 天")
        .doesNotContain("结果：");
    String doctor = two.number("family-doctor");
    two.does(window, doctor, "accept", NOTHING);
    assertThat(two.seen().words()).contains("已经开始计时的办好，最迟").contains("家庭医生签约：审查中");
    later(Duration.ofMinutes(10));
    two.does(health, doctor, "grant", NOTHING);
    later(Duration.ofMinutes(10));
    String drugs = two.number("two-disease-drugs");
    String screening = two.number("disease-screening");
    two.does(window, drugs, "accept", NOTHING);
    two.does(window, screening, "accept", NOTHING);
    assertThat(two.seen().words()).contains("全部办好，最迟").doesNotContain("还没有开始计时的");
    assertOrder(two.seen().words(), "两病门诊用药保障：审查中", "家庭医生签约：已办好", "家庭医生签约：已提交");
    two.does(health, screening, "grant", NOTHING);
    two.does(new Applicant(port, "approve-insurance"), drugs, "grant", NOTHING);

    Answer done = two.seen();
    assertThat(done.words())
        .contains("3 项中已办好 3 项", "结果：3 项中办好 3 项", "全部办结于", "都在承诺的时间内")
        .doesNotContain("没有办成");
    String outcome = between(done.body(), "结果：3 项中办好 3 项", "全部经过");
    assertThat(outcome.split("href=\"/wallet/", -1)).as("a link to each credential").hasSize(4);
    assertThat(two.li.person.page(two.page(), "en").words())
        .contains("Outcome: 3 of 3 granted", "each by the date promised", "All that has happened");
  }

  @Test
  void lateAndRefusedIsToldAsSuch() {
    TwoDiseases two = sent();
    Applicant window = new Applicant(port, "window");
    String doctor = two.number("family-doctor");
    two.does(window, doctor, "accept", NOTHING);
    assertThat(two.seen().words()).doesNotContain("已超时");
    later(Duration.ofDays(60));
    assertThat(two.li.person.get(two.page()).words()).contains("已超时 家庭医生签约");
    two.does(
        new Applicant(port, "approve-health"),
        doctor,
        "refuse",
        Map.of("note", "已在别处签约", "reason", "conditions"));
    Answer done = two.seen();
    assertThat(done.words())
        .contains("3 项中已办好 0 项，3 项没有办成", "结果：3 项中办好 0 项", "有的超过了承诺的时间")
        .contains("没有批准 区卫健委", "不符合条件", "已在别处签约")
        .contains("两病门诊用药保障 没有开始 “家庭医生签约”没有办成");
    assertThat(done.body()).contains("<a href=\"#matter-family-doctor\">提出异议</a>");
    assertThat(two.li.person.page(two.page(), "en").words())
        .contains("0 of 3 done, 3 not granted", "Outcome: 0 of 3 granted", "Object");
  }

  private void later(Duration passed) {
    now = now.plus(passed);
    clock.set(now);
  }

  private TwoDiseases sent() {
    TwoDiseases two = new TwoDiseases(port);
    two.send(two.papersGiven(two.filledIn()));
    return two;
  }

  private static void assertOrder(String words, String... inOrder) {
    int last = -1;
    String line = words.substring(words.indexOf("全部经过"));
    for (String one : inOrder) {
      assertThat(line.indexOf(one)).as(one).isGreaterThan(last);
      last = line.indexOf(one);
    }
  }

  private static String between(String body, String from, String to) {
    int begin = body.indexOf(from);
    return body.substring(begin, body.indexOf(to, begin));
  }
}
