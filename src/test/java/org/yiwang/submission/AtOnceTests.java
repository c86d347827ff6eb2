package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.page.RefusedException;
import org.yiwang.story.Person.Answer;

/** Two windows with one draft, two matters with one application: nothing is overwritten unseen. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class AtOnceTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private SubmissionStore submissions;
  @Autowired private TransactionTemplate transaction;

  private static Map<String, String> answers(String address) {
    return Map.of("reader_name", "小梅", "post_address", address, "hours", "morning");
  }

  @Test
  void aPageSentTwiceAtOnceKeepsWhatWasTyped() throws Exception {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
    List<Callable<Answer>> all = new ArrayList<>();
    for (int window = 0; window < 8; window++) {
      String address = "河边路 " + window + " 号";
      all.add(() -> mei.person.form(draft + "/parts/reader", answers(address)));
    }
    int kept = 0;
    try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> given = windows.invokeAll(all);
      for (int window = 0; window < given.size(); window++) {
        Answer one = given.get(window).get();
        assertThat(one.status()).isIn(200, 409);
        kept += one.status() == 200 ? 1 : 0;
        if (one.status() == 409) {
          assertThat(one.words()).contains("刚在别处改过");
          assertThat(one.body()).contains("河边路 " + window + " 号");
        }
      }
    }
    assertThat(kept).isPositive();
    mei.person.form(draft + "/drop", Map.of());
  }

  @Test
  void whatWasChangedSinceItWasReadIsNotOverwritten() {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
    mei.person.form(draft + "/parts/reader", answers("河边路 3 号"));
    mei.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = mei.person.form(draft + "/check", Map.of("confirm", "yes"));
    UUID id =
        UUID.fromString(Applicant.found(SENT, sent.body()).substring("/applications/".length()));
    Submission read = submissions.find(id).orElseThrow();
    transaction.executeWithoutResult(status -> submissions.requireUnchanged(read));
    submissions.save(
        read.with(read.filled().with(read.filled().answers().with("post_address", "另一处"))));
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(status -> submissions.requireUnchanged(read)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refusals().getFirst().code()).isEqualTo("answers-outdated"));
  }

  @Test
  void aVisitBegunTwiceIsOne() throws Exception {
    Applicant lin = new Applicant(port, "lin");
    Map<String, String> arrival = Map.of("named", "M-00012345", "digits", "", "purpose", "一次按了好几下");
    List<Callable<Answer>> all = new ArrayList<>();
    for (int press = 0; press < 6; press++) {
      all.add(() -> lin.person.form("/window", arrival));
    }
    try (ExecutorService windows = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> one : windows.invokeAll(all)) {
        assertThat(one.get().status()).isEqualTo(200);
      }
    }
    String looks = new Applicant(port, "mei").person.get("/file/looks").words();
    assertThat(looks.split("一次按了好几下", -1)).hasSize(2);
  }
}
