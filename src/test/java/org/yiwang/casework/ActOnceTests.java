package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Lamp;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * What is asked of a case's actions over HTTP: a repeat has one effect, and five photos are most.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class ActOnceTests {
  @LocalServerPort private int port;
  @Autowired private Cases cases;

  private Person signedIn(String account) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), account);
  }

  private Case row(String number) {
    return cases.find(number).orElseThrow();
  }

  private int entries(String number) {
    return cases.history(row(number)).size();
  }

  @Test
  void theSameKeyTwiceActsOnceAndGetsTheFirstAnswer() {
    String number = Lamp.reported(port);
    Person worker = signedIn("grid-siping");
    String path = "/api/cases/" + number + "/actions/confirm";
    Map<String, ?> act = Map.of("version", row(number).version(), "note", "到现场看过");
    int before = entries(number);

    Answer first = worker.post(path, act, "confirm-" + number);
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    Answer again = worker.post(path, act, "confirm-" + number);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(entries(number)).isEqualTo(before + 1);
    assertThat(worker.post(path, act).status()).as("without the key it is outdated").isEqualTo(409);
  }

  @Test
  void theSameKeyWithOtherContentIsRefusedAndChangesNothing() {
    String number = Lamp.reported(port);
    String other = Lamp.reported(port);
    Person worker = signedIn("grid-siping");
    String path = "/api/cases/" + number + "/actions/";
    int version = row(number).version();
    String key = "once-" + number;
    assertThat(worker.post(path + "confirm", Map.of("version", version, "note", "一"), key).good())
        .isTrue();
    int entries = entries(number);

    List<Answer> answers = new ArrayList<>();
    answers.add(worker.post(path + "confirm", Map.of("version", version, "note", "二"), key));
    answers.add(worker.post(path + "not-found", Map.of("version", version, "note", "一"), key));
    answers.add(
        worker.post(
            "/api/cases/" + other + "/actions/confirm",
            Map.of("version", row(other).version(), "note", "一"),
            key));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(409))
        .allSatisfy(answer -> assertThat(answer.body()).contains("idempotency-key-reused"));
    assertThat(entries(number)).isEqualTo(entries);
    assertThat(entries(other)).isEqualTo(1);
  }

  @Test
  void aSixthPhotoIsRefusedAtTheApiAndNothingIsDone() {
    String number = Lamp.reported(port);
    Person worker = signedIn("grid-siping");
    List<String> ids = uploaded(worker, 6);
    String path = "/api/cases/" + number + "/actions/confirm";
    int version = row(number).version();

    Answer six = worker.post(path, Map.of("version", version, "photos", ids));
    assertThat(six.status()).isEqualTo(422);
    assertThat(six.body()).contains("photos-unfit", "照片最多 5 张");
    assertThat(entries(number)).isEqualTo(1);
    Answer five = worker.post(path, Map.of("version", version, "photos", ids.subList(0, 5)));
    assertThat(five.status()).as(five.body()).isEqualTo(200);
  }

  /** Five are kept with the form, and the sixth is said instead of left out unseen. */
  @Test
  void aSixthPhotoIsSaidOnTheCasesPageAndTheFiveStay() {
    String number = Lamp.reported(port);
    Person worker = signedIn("grid-siping");
    String kept = String.join(",", uploaded(worker, 5));
    Map<String, String> fields =
        Map.of("version", String.valueOf(row(number).version()), "kept", kept);
    String path = "/cases/" + number + "/do/confirm";
    worker.page("/cases/" + number, "zh");

    Answer refused = worker.form(path, fields, Map.of("photos", Pictures.jpeg(8, 6)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("照片最多 5 张，多出的没有收下。", "已上传 5 张照片");
    assertThat(entries(number)).isEqualTo(1);

    Answer done = worker.form(path, fields, Map.of());
    assertThat(done.status()).as(done.shortly()).isEqualTo(200);
    assertThat(entries(number)).isEqualTo(2);
    assertThat(row(number).position().step()).isNotEqualTo("reported");
  }

  /** A phone whose answer got lost sends the same form again. */
  @Test
  void aFormSentTwiceWithOneKeyIsDoneOnce() {
    String number = Lamp.reported(port);
    Person worker = signedIn("grid-siping");
    String path = "/cases/" + number + "/do/confirm";
    Map<String, String> fields =
        Map.of(
            "version", String.valueOf(row(number).version()), "note", "看过", "key", "k-" + number);
    worker.page("/cases/" + number, "zh");
    Map<String, byte[]> photo = Map.of("photos", Pictures.jpeg(8, 6));

    assertThat(worker.form(path, fields, photo).status()).isEqualTo(200);
    int entries = entries(number);
    Answer again = worker.form(path, fields, photo);
    assertThat(again.status()).as(again.shortly()).isEqualTo(200);
    assertThat(entries(number)).isEqualTo(entries);
  }

  private static List<String> uploaded(Person person, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Answer kept = person.file("/api/requests/photos", "photo", Pictures.jpeg(8, 6));
      assertThat(kept.status()).as(kept.body()).isEqualTo(201);
      ids.add(kept.json().path(0).asString());
    }
    return ids;
  }
}
