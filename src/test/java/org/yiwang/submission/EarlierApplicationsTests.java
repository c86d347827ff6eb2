package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;

/** Of a key nobody has two here; of everything else the applicant and the officer are told. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.casework.tick=PT1H", "yiwang.submission.tick=PT1H"})
class EarlierApplicationsTests {
  private static final Map<String, String> ANSWERS =
      Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning");

  private static final Map<String, String> WAYS =
      Map.of(
          "way-home",
          "promise",
          "way-voucher",
          "promise",
          "way-portrait",
          "later",
          "way-deposit",
          "none");

  @LocalServerPort private int port;
  @Autowired private SubmissionStore store;
  @Autowired private Credentials credentials;

  @DynamicPropertySource
  static void district(DynamicPropertyRegistry registry) {
    registry.add(
        "yiwang.pack",
        () ->
            ToyCopy.make()
                .with(
                    "matters/room-key.yaml",
                    "credential: room-key,",
                    "credential: room-key, once: true,")
                .with("matters/room-key.yaml", "later: 4 working-days", "optional: true")
                .pack()
                .toString());
  }

  /** An officer at the counter has filled it in for somebody, and is about to send it. */
  private String filledAtCounter(Applicant officer, String login) {
    Answer received = officer.person.form("/window", Map.of("named", login, "purpose", "来办阅览室钥匙"));
    String visit = Applicant.found(CounterSteps.VISIT, received.body());
    Answer begun = CounterSteps.agreed(officer, visit, "matter:room-key");
    String draft = Applicant.found(CounterSteps.DRAFT, begun.body());
    officer.person.form(draft + "/parts/reader", ANSWERS);
    officer.person.form(draft + "/evidence", WAYS);
    return draft;
  }

  private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
      throws InterruptedException, ExecutionException {
    List<Answer> said = new ArrayList<>();
    try (var both = Executors.newFixedThreadPool(2)) {
      for (Future<Answer> answer : both.invokeAll(List.of(one, other))) {
        said.add(answer.get());
      }
    }
    return said;
  }

  /** Sent, and taken in by the office. */
  private Applicant.Application reviewed(Applicant who) {
    Applicant.Application sent = who.apply(WAYS);
    new Applicant(port, "lin").does(sent.number(), "accept", "");
    return sent;
  }

  private Applicant.Application refused(Applicant who) {
    Applicant.Application sent = reviewed(who);
    Answer said = new Applicant(port, "keeper").does(sent.number(), "refuse", "不住在这里");
    assertThat(said.good()).isTrue();
    return sent;
  }

  @Test
  void nobodyAsksForASecondOneWhileOneIsUnderWayOrCounts() {
    Applicant mei = new Applicant(port, "mei");
    Applicant.Application first = mei.apply(WAYS);
    Answer again = mei.person.get("/apply/room-key");
    assertThat(again.words()).contains("不用再申请", "已经在办（" + first.number() + "）");
    assertThat(again.body()).contains("href=\"" + first.href() + "\"").doesNotContain("/drafts/");
    Applicant office = new Applicant(port, "lin");
    assertThat(office.does(first.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(first.number(), "grant", "").good()).isTrue();
    assertThat(mei.person.get("/apply/room-key").words()).contains("已经办好，现在有效");
    assertThat(mei.person.page("/apply/room-key", "en").words()).contains("was granted and counts");
  }

  @Test
  void ofTwoSentAtTheSameInstantOneIsTaken() throws InterruptedException, ExecutionException {
    Applicant lin = new Applicant(port, "lin");
    Applicant una = new Applicant(port, "una");
    String one = filledAtCounter(lin, "tao") + "/check";
    String other = filledAtCounter(una, "tao") + "/check";
    assertThat(one).isNotEqualTo(other);
    List<Answer> said =
        atOnce(
            () -> lin.person.form(one, Map.of("confirm", "yes")),
            () -> una.person.form(other, Map.of("confirm", "yes")));
    assertThat(said).filteredOn(sent -> sent.words().contains("不能同时再申请一份")).hasSize(1);
    assertThat(new Applicant(port, "tao").person.get("/applications").words())
        .containsOnlyOnce("阅览室钥匙");
  }

  @Test
  void aRefusedOneIsNotWonByObjectionWhileAnotherCounts() {
    Applicant bo = new Applicant(port, "bo");
    Applicant.Application first = refused(bo);
    Applicant.Application second = reviewed(bo);
    assertThat(new Applicant(port, "keeper").does(second.number(), "grant", "").good()).isTrue();

    objects(bo, first);
    Applicant ada = new Applicant(port, "ada");
    Answer won = ada.does(first.number(), "overturn", "确实住在这里");
    assertThat(won.status()).isEqualTo(422);
    assertThat(won.body()).contains("granted-before", second.number(), "每人只有一份");
    assertThat(keyCards(first)).hasSize(1);
    keyCards(first).forEach(key -> credentials.revoke(key.id(), Text.same("lost"), Actor.SYSTEM));
    assertThat(ada.does(first.number(), "overturn", "那一把丢了").good()).isTrue();
    assertThat(keyCards(first)).hasSize(1);
  }

  @Test
  void whatWasCorrectedStillStandsAgainstAnother() {
    Applicant cai = new Applicant(port, "cai");
    Applicant.Application first = refused(cai);
    Applicant.Application second = reviewed(cai);
    assertThat(new Applicant(port, "keeper").does(second.number(), "grant", "").good()).isTrue();
    corrected(new Applicant(port, "lin"), keyCards(second).getFirst());

    assertThat(cai.person.get("/apply/room-key").words()).contains("已经办好，现在有效");
    objects(cai, first);
    Answer won = new Applicant(port, "ada").does(first.number(), "overturn", "确实住在这里");
    assertThat(won.status()).isEqualTo(422);
    assertThat(won.body()).contains("granted-before", second.number());
    assertThat(keyCards(first)).hasSize(1);
  }

  private static void corrected(Applicant officer, Credential card) {
    Answer done =
        officer.person.form(
            "/credentials/" + card.id() + "/reissue",
            Map.of("why", "来电", "claim-reader", "小菜", "reissue-reason", "名字写错"));
    assertThat(done.status()).as(done.shortly()).isEqualTo(200);
  }

  @Test
  void ofTwoInReviewGrantedAtTheSameInstantOneIs() throws InterruptedException, ExecutionException {
    Applicant una = new Applicant(port, "una");
    Applicant keeper = new Applicant(port, "keeper");
    Applicant ada = new Applicant(port, "ada");
    Applicant.Application first = refused(una);
    Applicant.Application second = reviewed(una);
    objects(una, first);
    List<Answer> said =
        atOnce(
            () -> ada.does(first.number(), "overturn", "确实住在这里"),
            () -> keeper.does(second.number(), "grant", ""));
    assertThat(said).filteredOn(Answer::good).hasSize(1);
    assertThat(said)
        .filteredOn(one -> !one.good())
        .singleElement()
        .satisfies(one -> assertThat(one.body()).contains("granted-before"));
    assertThat(keyCards(first)).hasSize(1);
  }

  private List<Credential> keyCards(Applicant.Application of) {
    return credentials.usable(store.findByCase(of.number()).orElseThrow().party(), "room-key");
  }

  private static void objects(Applicant who, Applicant.Application to) {
    String acts = to.href() + "/" + to.number();
    Answer sent = who.acts(to.href(), acts, Map.of("action", "object", "note", "我住在这里"));
    assertThat(sent.words()).contains("复核");
  }
}
