package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.FileSteps.asked;
import static org.yiwang.submission.FileSteps.photo;
import static org.yiwang.submission.FileSteps.right;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** A question that has to be answered with exactly one file, asked for again. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.casework.tick=PT1H", "yiwang.submission.tick=PT1H"})
class OnePhotoTests {
  @LocalServerPort private int port;
  @Autowired private SubmissionStore store;

  @DynamicPropertySource
  static void district(DynamicPropertyRegistry registry) {
    registry.add(
        "yiwang.pack",
        () ->
            ToyCopy.make()
                .with("forms/room-key.yaml", "kind: file, optional: true", "kind: file")
                .with("forms/room-key.yaml", "most: 2, largest: 1", "most: 1, largest: 1")
                .pack()
                .toString());
  }

  @Test
  void itIsNotSuppliedEmptyAndANewOneTakesItsPlaceByItself() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = FileSteps.sent(mei, "/apply/room-key");
    asked(new Applicant(port, "lin"), sent.number());
    String page = sent.href() + "/" + sent.number() + "/supplement";
    FileSteps steps = new FileSteps(store);
    UUID old = steps.files(sent.number()).getFirst();
    Answer empty = mei.person.form(page, right("door_photo-remove", old.toString()), Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.words()).contains("“钥匙孔的照片”没有填写");
    assertThat(empty.body()).contains("2 幢").containsPattern("value=\"" + old + "\" checked");
    assertThat(steps.files(sent.number())).containsExactly(old);
    assertThat(mei.person.form(page, right(), photo()).path()).isEqualTo(sent.href());
    assertThat(steps.files(sent.number())).hasSize(1).doesNotContain(old);
  }
}
