package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.notice.Notices;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.CodeSteps.Holder;

/** The one answer that an officer asks about is put right by the code on the slip, and no other. */
@CounterTest
class CaseCodeMendTests {
  private static final Pattern MEND =
      Pattern.compile("/follow/[0-9a-f-]{36}/[A-Z0-9-]+/mend/[0-9a-f-]{36}");
  private static final Pattern VERSION = Pattern.compile("(?<=name=\"case-version\" value=\")\\d+");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private Notices notices;

  @AfterEach
  void nobodyStaysAtTheCounter() {
    new CounterSteps(program).nobodyStaysAtTheCounter();
  }

  @Test
  void exactlyTheAnswerThatTheOfficerAskedAbout() {
    Applicant lin = new Applicant(port, "lin");
    CodeSteps codes = new CodeSteps(port, lin, store);
    Holder other = codes.holder(CounterSteps.takenIn(lin, "M-00792001"));
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00792002", "13800920002"));
    lin.person.form(
        "/cases/" + holder.number() + "/messages",
        Map.of("words", "请写上楼号", "question", "post_address"));
    assertThat(notices.listAbout("case:" + holder.number()).getLast().words().zh())
        .contains("没有账户的，凭办件码打开就能改");
    Answer page = holder.seen();
    assertThat(page.words()).contains("请您补正").contains("去改一项");
    String mend = Applicant.found(MEND, page.body());
    Answer asked = holder.person().get(mend);
    assertThat(asked.words()).contains("请写上楼号").doesNotContain("常来的时间");
    assertThat(asked.body()).doesNotContain("/applications");
    Map<String, String> right = new HashMap<>();
    right.put("case-version", Applicant.found(VERSION, asked.body()));
    right.put("post_address", "河边路 5 号 3 幢");
    right.put("hours", "morning");
    assertThat(other.person().form(mend, right).path()).isEqualTo("/follow");
    String mixed = other.page() + mend.substring(holder.page().length());
    Answer wrong = other.person().form(mixed, right);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.words()).contains("凭您的办件码打不开").doesNotContain("我的办件”");
    Answer done = holder.person().form(mend, right);
    assertThat(done.path()).as(done.words()).isEqualTo(holder.page());
    assertThat(
            notices.listAbout(holder.page().replace("/follow/", "submission:")).getLast().words())
        .satisfies(
            told -> assertThat(told.zh()).contains("凭办件码更正了填写内容。如果不是您"),
            told -> assertThat(told.en()).contains("If that was not you, call"));
    var answers = store.findByCase(holder.number()).orElseThrow().filled().answers();
    assertThat(answers.at("post_address")).isEqualTo("河边路 5 号 3 幢");
    assertThat(answers.at("hours")).as("not asked").isEqualTo("evening");
    assertThat(holder.person().form(mend, right).status()).as("twice").isEqualTo(404);
    Answer nothing = holder.person().get(holder.supplement());
    assertThat(nothing.words()).contains("请回到这份申请的页面看进展").doesNotContain("我的办件”");
    assertThat(lin.person.get("/cases/" + holder.number()).words()).contains("3 幢");
  }
}
