package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.PlainField;
import org.yiwang.story.Person.Answer;

/** What somebody answered before is filled in again: for them alone, and for a year. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.casework.tick=PT1H", "yiwang.submission.tick=PT1H"})
class EarlierAnswersTests {
  private static final String SOURCE = "提交的申请";

  @LocalServerPort private int port;
  @Autowired private EarlierAnswers earlier;
  @Autowired private SubmissionStore store;
  @Autowired private DistrictTime time;

  @DynamicPropertySource
  static void district(DynamicPropertyRegistry registry) {
    registry.add(
        "yiwang.pack",
        () ->
            ToyCopy.make()
                .with("forms/room-key.yaml", "from: [fact:post-address]", "from: [earlier]")
                .pack()
                .toString());
  }

  private static Answer firstPart(Applicant applicant) {
    String draft =
        Applicant.found(CounterSteps.DRAFT, applicant.person.get("/apply/room-key").body());
    return applicant.person.get(draft + "/parts/reader");
  }

  @Test
  void whatWasSentIsFilledInForTheSamePersonAndNobodyElse() {
    Applicant mei = new Applicant(port, "mei");
    assertThat(firstPart(mei).words()).doesNotContain(SOURCE);
    mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    Answer again = firstPart(mei);
    assertThat(again.body()).contains("河边路 3 号");
    assertThat(again.words()).contains("您 ", SOURCE);
    Answer other = firstPart(new Applicant(port, "bo"));
    assertThat(other.body()).doesNotContain("河边路 3 号");
    assertThat(other.words()).doesNotContain(SOURCE);
  }

  @Test
  void afterAYearNothingIsFilledIn() {
    Applicant tao = new Applicant(port, "tao");
    String number = tao.apply(Applicant.ALL_LATER_OR_PROMISED).number();
    Submission sent = store.findByCase(number).orElseThrow();
    assertThat(earlier.list(sent.account(), sent.party())).hasSize(1);
    assertThat(earlier.list(sent.account(), UUID.randomUUID())).isEmpty();
    List<Submission> later =
        time.at(
            sent.submitted().plus(Duration.ofDays(367)),
            () -> earlier.list(sent.account(), sent.party()));
    assertThat(later).isEmpty();
  }

  @Test
  void whatCannotBeAnAnswerToThisQuestionIsNotFilledIn() {
    Applicant lin = new Applicant(port, "lin");
    String number = lin.apply(Applicant.ALL_LATER_OR_PROMISED).number();
    List<Submission> sent = List.of(store.findByCase(number).orElseThrow());
    assertThat(earlier.find(PlainField.of("post_address", Kind.ADDRESS), sent)).isPresent();
    assertThat(earlier.find(PlainField.of("post_address", Kind.PHONE), sent)).isEmpty();
    assertThat(earlier.find(PlainField.of("post_address", Kind.CHOICE), sent)).isEmpty();
  }
}
