package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.Case;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.CodeSteps.Holder;
import org.yiwang.submission.JoinSteps.Resident;

/**
 * Whoever has no account asks by the code on their slip why somebody looked at their application,
 * reads the answer there, and finds all of it on their own pages once they have an account.
 */
@CounterTest
class CaseCodeWhyTests {
  private static final Pattern ASK = Pattern.compile("/follow/[0-9a-f-]{36}/looks/\\d+/why");
  private static final Pattern QUESTION = Pattern.compile("(?<=您问过为什么：)[A-Z]{2}-\\d{8}-\\d{5}");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private AccessLog access;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private Notices notices;
  @Autowired private Parties parties;
  @Autowired private Journal journal;
  @Autowired private JdbcClient sql;

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

  private UUID party(Holder holder) {
    return store.findByCase(holder.number()).orElseThrow().party();
  }

  private static Answer asks(Holder holder) {
    return holder.person().form(Applicant.found(ASK, holder.seen().body()), Map.of());
  }

  @Test
  void askedWithOneTapAndAnsweredOnTheSamePage() {
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00791001", "13800910001"));
    Answer asked = asks(holder);
    assertThat(asked.path()).as(asked.words()).startsWith(holder.page());
    assertThat(asked.words()).contains("已立为询问办件").contains("答复会写在这里");
    String question = Applicant.found(QUESTION, asked.words());
    Case opened = counter.cases().find(question).orElseThrow();
    assertThat(opened.origin().reporter()).isEqualTo(party(holder));
    assertThat(opened.origin().reporterAccount()).isNull();
    assertThat(lin.person.get("/cases/" + question).words()).contains("被询问的查阅");
    assertThat(lin.does(question, "yes", "核对地址时看的").good()).isTrue();
    assertThat(holder.seen().words()).contains("答复：核对地址时看的");
    Notice told = notices.listAbout("case:" + question).getLast();
    assertThat(told.to().account()).isNull();
    assertThat(told.to().party()).isEqualTo(party(holder));
    assertThat(told.words().zh()).contains(question).contains("已处理");
    assertThat(CodeSteps.opens(codes.visitor(), question, codes.code(holder.number())).status())
        .as("the code opens no other case")
        .isEqualTo(404);
  }

  @Test
  void askedTwiceOrAtOnceItIsOneQuestion() throws Exception {
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00791002"));
    String ask = Applicant.found(ASK, holder.seen().body());
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Answer> first = both.submit(() -> holder.person().form(ask, Map.of()));
      Future<Answer> second = both.submit(() -> holder.person().form(ask, Map.of()));
      assertThat(List.of(first.get().status(), second.get().status())).containsOnly(200);
    }
    holder.person().form(ask, Map.of());
    assertThat(store.findByCase(holder.number()).map(sent -> done(sent, "asked-why")))
        .as("what only leads there again is nothing done")
        .hasValue(1L);
    assertThat(QUESTION.matcher(holder.seen().words()).results().count()).isEqualTo(1);
    assertThat(questions(party(holder))).isEqualTo(1);
  }

  private long done(Submission sent, String what) {
    return journal.list(sent.subject()).stream()
        .filter(entry -> String.valueOf(entry.fact("done")).startsWith(what))
        .count();
  }

  private long questions(UUID party) {
    return sql.sql("select count(*) from file_question where party = ?")
        .param(party)
        .query(Long.class)
        .single();
  }

  @Test
  void onlyAboutLooksOfThisApplication() {
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00791003"));
    Holder other = codes.holder(CounterSteps.takenIn(lin, "M-00791004"));
    String own = Applicant.found(ASK, holder.seen().body());
    String foreign = Applicant.found(ASK, other.seen().body());
    String mixed = holder.page() + foreign.substring(other.page().length());
    assertThat(holder.person().form(foreign, Map.of()).path()).isEqualTo("/follow");
    assertThat(holder.person().form(mixed, Map.of()).status()).isEqualTo(404);
    access.read(
        viewers.of(accounts.findByLogin("lin").orElseThrow()),
        AccessLog.Sight.ofParty("case:LC-20200101-00009", party(holder)),
        Text.same("另一件事"));
    long elsewhere =
        access.listLooksAt(List.of("party:" + party(holder)), null, 1).getFirst().entry();
    String beside = holder.page() + "/looks/" + elsewhere + "/why";
    assertThat(holder.seen().words()).doesNotContain("另一件事");
    assertThat(holder.person().form(beside, Map.of()).status()).isEqualTo(404);
    assertThat(holder.person().form(holder.page() + "/looks/0/why", Map.of()).status())
        .isEqualTo(404);
    assertThat(questions(party(holder)) + questions(party(other))).isZero();
    codes.code(holder.number());
    assertThat(holder.person().form(own, Map.of()).path()).as("new code").isEqualTo("/follow");
    assertThat(questions(party(holder))).isZero();
  }

  @Test
  void onceTheFileHasAnAccountNothingDoneByCodeIsLost() {
    String number = CounterSteps.takenIn(lin, "M-00791005");
    Holder holder = codes.holder(number);
    CounterSteps.asked(lin, number);
    holder.supplies(Map.of("post_address", "河边路 5 号 9 幢"), Map.of("file-deposit", Applicant.PNG));
    holder.handsIn("portrait");
    asks(holder);
    Resident owner = new JoinSteps(port, sql).resident();
    owner.joins("小安", "M-00791005", codes.code(number));
    assertThat(parties.findAccount(party(holder))).contains(owner.account());
    String id = store.findByCase(number).orElseThrow().id().toString();
    assertThat(owner.person().get("/applications").body()).contains("/applications/" + id);
    Answer page = owner.person().get("/applications/" + id);
    assertThat(page.words()).contains(number).contains("照片 已补交").contains("押金收据 已补交");
    assertThat(owner.person().get("/file/looks").words()).contains("您问过为什么");
    String version = String.valueOf(counter.cases().find(number).orElseThrow().version());
    Answer done =
        owner
            .person()
            .form(
                "/applications/" + id + "/" + number,
                Map.of("action", "withdraw", "version", version, "note", "不办了"));
    assertThat(done.words()).contains("已撤回");
  }
}
