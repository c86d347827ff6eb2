package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.yiwang.identity.Accounts;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.CodeSteps.Holder;

/**
 * Whoever works on cases sees slips at the counter: signed in with that account they neither open
 * an application by its code nor act as its applicant; a resident who has signed in does.
 */
@CounterTest
class CaseCodeOfficerTests {
  private static final String REFUSED = "您登录的是工作账户，不能凭办件码查办";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private OpenByCode openByCode;
  @Autowired private Accounts accounts;
  @Autowired private FindByIndexNameSessionRepository<?> sessions;

  private CounterSteps counter;
  private CodeSteps codes;
  private Applicant lin;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
    counter = new CounterSteps(program);
    codes = new CodeSteps(port, lin, store);
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    counter.nobodyStaysAtTheCounter();
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.shortly()).isEqualTo(403);
    assertThat(answer.words()).contains(REFUSED, "请先退出登录");
  }

  @Test
  void anOfficersAccountOpensNothingByTheRightCode() {
    String number = CounterSteps.takenIn(lin, "M-00791071", "13800910071");
    String code = codes.code(number);
    for (String login : new String[] {"lin", "bo", "keeper"}) {
      Person officer = new Applicant(port, login).person;
      assertThat(officer.get("/follow").words()).contains(REFUSED).doesNotContain("四组");
      refused(CodeSteps.opens(officer, number, code));
      refused(CodeSteps.opens(officer, number, "wrong"));
    }
    Person resident = new Applicant(port, "tao").person;
    assertThat(CodeSteps.opens(resident, number, code).path()).startsWith("/follow/");
    assertThat(CodeSteps.opens(codes.visitor(), number, code).path()).startsWith("/follow/");
  }

  /** As if the account had become an officer's while the application lay open. */
  @Test
  void whatASessionHoldsAlreadyIsNotGoneOnWithByAnOfficer() {
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00791072", "13800910072"));
    String act = holder.page() + "/" + holder.number();
    Person eve = new Applicant(port, "eve").person;
    assertThat(eve.get("/follow").words()).contains(REFUSED);
    give(sessions, "eve", openByCode.open(holder.number(), codes.code(holder.number())));
    refused(eve.get(holder.page()));
    refused(eve.form(act, Map.of("action", "withdraw", "version", "1")));
    assertThat(counter.cases().find(holder.number()).orElseThrow().clocks().closed()).isNull();
  }

  private <S extends Session> void give(
      FindByIndexNameSessionRepository<S> of, String login, OpenByCode.Held held) {
    String account = accounts.findByLogin(login).orElseThrow().id().toString();
    Collection<S> all = of.findByPrincipalName(account).values();
    assertThat(all).isNotEmpty();
    for (S one : all) {
      one.setAttribute(FollowGate.HELD, held);
      of.save(one);
    }
  }

  @Test
  void whoSignsInLeavesWhatTheCodeOpenedBehind() {
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00791073", "13800910073"));
    Person same = holder.person();
    same.form("/sign-in", Map.of("login", "lin", "password", "yiwang-demo"));
    Answer led = same.get(holder.page());
    assertThat(led.path()).isEqualTo("/follow");
    assertThat(led.words()).contains(REFUSED);
  }
}
