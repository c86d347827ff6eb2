package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.page.RefusedException;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Where a paper is posted to: proposed, checked, sealed, and seen by who posts it alone. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class PostalTests {
  private static final String THERE = "山脚路 9 号 1 室";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private Journal journal;
  @Autowired private Cases cases;

  @Test
  void theAddressIsProposedCheckedSealedAndShownToWhoPostsIt() {
    Applicant mei = new Applicant(port, "mei");
    Application one = posted(mei);
    assertThat(mei.person.get(one.href()).body()).contains(">河边路 3 号</textarea>");

    Answer refused = moves(mei, one, Map.of("recipient", "小梅妈妈", "recipientPhone", "无"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("收件电话打不通").contains("收件地址不完整");
    assertThat(refused.body()).as("nothing typed is lost").contains("value=\"小梅妈妈\"");
    assertThat(stored(one)).isZero();

    Map<String, String> right =
        Map.of("recipient", "小梅妈妈", "recipientPhone", "100 0000 0019", "recipientAddress", THERE);
    assertThat(moves(mei, one, right).words()).contains("寄到：小梅妈妈，100 0000 0019，" + THERE);
    assertThat(stored(one)).isEqualTo(1);
    assertThat(new Applicant(port, "lin").person.get("/cases/" + one.number()).words())
        .as("the number as every other")
        .contains("小梅妈妈，100****0019，" + THERE);
    assertThat(new Applicant(port, "ada").person.get("/cases/" + one.number()).words())
        .as("has nothing to do with it now")
        .doesNotContain(THERE);
    sealed(one);
  }

  /** Neither the row, nor the history, nor the journal says it in the open. */
  private void sealed(Application one) {
    byte[] kept =
        sql.sql("select address from submission_postal where number = ?")
            .param(one.number())
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("山脚路");
    assertThat(journal.list("case:" + one.number()).toString()).doesNotContain("山脚路");
  }

  @Test
  void noOtherWayLeadsAroundTheAddress() {
    Applicant mei = new Applicant(port, "mei");
    Application one = posted(mei);
    Answer refused =
        mei.acts(one.href(), "/requests/lookup/" + one.number(), Map.of("action", "elsewhere"));
    assertThat(refused.status()).isEqualTo(404);
    Case of = cases.find(one.number()).orElseThrow();
    var move = new Move(of.number(), of.version(), "elsewhere", Move.Given.NOTHING);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> cases.act(move, Mover.reporter(Viewer.anonymous())))
        .satisfies(
            thrown -> assertThat(thrown.refusals().getFirst().says().zh()).contains("没有写寄给谁、寄到哪里"));
  }

  private Application posted(Applicant mei) {
    Application one = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant lin = new Applicant(port, "lin");
    assertThat(lin.does(one.number(), "accept", "").good()).isTrue();
    mei.person.file(one.href() + "/papers/portrait", "file-portrait", Applicant.PNG);
    mei.person.file(one.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    Answer granted = new Applicant(port, "keeper").does(one.number(), "grant", "");
    assertThat(granted.good()).as(granted.body()).isTrue();
    assertThat(lin.does(one.number(), "send", "XN1").good()).isTrue();
    return one;
  }

  private static Answer moves(Applicant mei, Application one, Map<String, String> address) {
    var fields = new java.util.HashMap<>(address);
    fields.put("action", "elsewhere");
    return mei.acts(one.href(), one.href() + "/" + one.number(), fields);
  }

  private long stored(Application one) {
    return sql.sql("select count(*) from submission_postal where number = ?")
        .param(one.number())
        .query(Long.class)
        .single();
  }
}
