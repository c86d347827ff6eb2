package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Nothing is supplied and nothing put right by any other entrance than that of the answers. */
@CounterTest
class OwnEntranceTests {
  private static final String REFUSED = "不能在这里办";

  @LocalServerPort private int port;
  @Autowired private Cases cases;

  /** Ms Lin works on keys and asks for one herself: every entrance is open to her. */
  @Test
  void theDeskTheListTheProgramsAndTheApplicationRefuseACorrection() {
    Applicant lin = new Applicant(port, "lin");
    Application own = lin.apply(Applicant.ALL_LATER_OR_PROMISED);
    String number = own.number();
    Answer api = lin.does(number, "correct", "门牌错了");
    assertThat(api.status()).isEqualTo(403);
    assertThat(api.body()).contains("case-action-elsewhere").contains(REFUSED);
    Map<String, String> typed = Map.of("version", version(number), "note", "门牌错了");
    Answer desk = lin.person.form("/cases/" + number + "/do/correct", typed);
    assertThat(desk.status()).isEqualTo(403);
    assertThat(desk.words()).contains(REFUSED).contains("在“我的办件”的申请页");
    Answer list =
        lin.person.form(
            "/desk/chosen/correct", Map.of("case", number + ":" + version(number), "note", "门牌错了"));
    assertThat(list.words()).contains(REFUSED);
    Map<String, String> sent =
        Map.of("action", "correct", "version", version(number), "note", "门牌错了");
    assertThat(lin.person.form(own.href() + "/" + number, sent).status()).isEqualTo(404);
    assertThat(lin.person.form("/requests/lookup/" + number, sent).status()).isEqualTo(404);
    assertThat(moves(number)).isZero();
  }

  @Test
  void nobodySaysSuppliedWithoutSupplying() {
    Applicant lin = new Applicant(port, "lin");
    Applicant mei = new Applicant(port, "mei");
    Application asked = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    CounterSteps.asked(lin, asked.number());
    Case of = cases.find(asked.number()).orElseThrow();
    var move = new Move(of.number(), of.version(), "supplied", Move.Given.NOTHING);
    for (Mover mover :
        List.of(
            Mover.reporter(Viewer.anonymous()), Mover.atCounter(Viewer.anonymous(), "card-desk"))) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> cases.act(move, mover))
          .satisfies(
              refused ->
                  assertThat(refused.refusals().getFirst().code())
                      .isEqualTo("case-action-elsewhere"));
    }
    assertThat(cases.find(asked.number()).orElseThrow()).isEqualTo(of);
    Answer supplied =
        mei.person.form(
            asked.href() + "/" + asked.number() + "/supplement",
            Map.of("post_address", "河边路 9 号"),
            Map.of("file-deposit", Applicant.PNG));
    assertThat(supplied.path()).as(supplied.words()).isEqualTo(asked.href());
    assertThat(cases.find(asked.number()).orElseThrow().position().step())
        .isNotEqualTo("supplement");
  }

  private String version(String number) {
    return String.valueOf(cases.find(number).orElseThrow().version());
  }

  private long moves(String number) {
    return cases.history(cases.find(number).orElseThrow()).stream()
        .filter(entry -> entry.kind().equals("case.moved"))
        .count();
  }
}
