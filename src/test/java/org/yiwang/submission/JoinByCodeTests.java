package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.yiwang.identity.Guesses;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Way;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.JoinSteps.Resident;

/**
 * A file that began at the counter becomes that of its owner's account by number, name and the code
 * of a slip: once, by nobody else, and nobody learns by trying who has one.
 */
@CounterTest
class JoinByCodeTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private Parties parties;
  @Autowired private Notices notices;
  @Autowired private Journal journal;
  @Autowired private JdbcClient sql;

  private Applicant lin;
  private CodeSteps codes;
  private JoinSteps joins;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
    codes = new CodeSteps(port, lin, store);
    joins = new JoinSteps(port, sql);
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    new CounterSteps(program).nobodyStaysAtTheCounter();
  }

  private UUID party(String number) {
    return store.findByCase(number).orElseThrow().party();
  }

  private List<Entry> joinings(UUID party) {
    return journal.list("party:" + party).stream()
        .filter(entry -> entry.kind().equals("file.joined"))
        .toList();
  }

  @Test
  void allThatWasDoneBeforeIsThenInTheAccountAndBothSidesAreTold() {
    String number = CounterSteps.takenIn(lin, "M-00795001", "13800950001");
    String code = codes.code(number);
    UUID party = party(number);
    Resident owner = joins.resident();
    assertThat(owner.person().get("/file").body()).contains("href=\"/file/join\"");
    String draft =
        Applicant.found(CounterSteps.DRAFT, owner.person().get("/apply/room-key").body());
    owner
        .person()
        .form(
            draft + "/parts/reader",
            Map.of("reader_name", "小安", "post_address", "河边路 6 号", "hours", "evening"));

    Answer joined =
        owner.joins(" 小 安 ", "m00795001", code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(joined.path()).as(joined.words()).isEqualTo("/file");
    assertThat(joined.words())
        .contains("这份档案在窗口建立")
        .contains("凭姓名、证件号码和办件码（" + number + "）并入您的账户")
        .contains("会员号")
        .doesNotContain("认领窗口建立的档案");
    String id = store.findByCase(number).orElseThrow().id().toString();
    Answer mine = owner.person().get("/applications");
    assertThat(mine.body()).contains("/applications/" + id).contains(draft);
    assertThat(owner.person().get("/applications/" + id).words()).contains(number);
    assertThat(owner.person().get("/file/looks").words()).contains("窗口接待：来办阅览室钥匙");
    assertThat(owner.person().get(draft + "/parts/reader").body())
        .as("what was begun came along")
        .contains("河边路 6 号");
    assertThat(parties.findAccount(party)).contains(owner.account());
    assertThat(parties.nameOf(party).name().zh()).as("as the document has it").isEqualTo("小安");

    assertThat(notices.listInbox(owner.account(), 9))
        .anyMatch(told -> told.words().zh().contains("已并入这个账户"));
    Notice message =
        notices.listAbout("party:" + party).stream()
            .filter(told -> told.way() == Way.SMS)
            .findFirst()
            .orElseThrow();
    assertThat(message.to().party()).isEqualTo(party);
    assertThat(message.words().zh()).contains("刚刚并入了一个网上账户").contains("如果不是您");
    assertThat(joinings(party))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.fact("way")).isEqualTo("CODE");
              assertThat(entry.fact("ref")).isEqualTo(number);
              assertThat(entry.toString()).doesNotContain("00795001").doesNotContain(code);
            });
  }

  @Test
  void whatComesOfItLaterLiesInTheWalletAndIsTold() {
    String number = CounterSteps.takenIn(lin, "M-00795002");
    Resident owner = joins.resident();
    owner.joins("小安", "M-00795002", codes.code(number));
    CounterSteps.asked(lin, number);
    assertThat(notices.listInbox(owner.account(), 9))
        .anyMatch(told -> told.words().zh().contains("补正"));
    assertThat(lin.person.get(codes.visitOf(number)).words())
        .as("no slip any more")
        .doesNotContain("发一张带办件码的凭条")
        .doesNotContain("这份档案还没有账户");
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    String number = CounterSteps.takenIn(lin, "M-00795003");
    String other = CounterSteps.takenIn(lin, "M-00795004");
    String code = codes.code(number);
    String foreign = codes.code(other);
    List<Answer> answers = new ArrayList<>();
    answers.add(joins.resident().joins("小安", "M-00795099", code)); // nobody's number
    answers.add(joins.resident().joins("小宁", "M-00795003", code)); // another name
    answers.add(joins.resident().joins("小安", "M-00795003", "2222-2222-2222-2222"));
    answers.add(joins.resident().joins("小安", "M-00795003", foreign)); // another file's code
    answers.add(joins.resident().joins("小安", "M-00795003", ""));
    answers.add(joins.resident().joins("小安", "", code));
    answers.add(joins.resident().joins("", "M-00795003", code));
    answers.add(joins.resident().joins("小梅", "M-00012345", code)); // who has an account
    program.getBean(Guesses.class).right("join:M00795003"); // else the next would have to wait
    String earlier = code;
    code = codes.code(number);
    answers.add(joins.resident().joins("小安", "M-00795003", earlier)); // an old slip
    Resident owner = joins.resident();
    assertThat(owner.joins("小安", "M-00795003", code).path()).isEqualTo("/file");
    answers.add(joins.resident().joins("小安", "M-00795003", code)); // joined by now
    assertThat(answers).extracting(Answer::status).containsOnly(404);
    assertThat(answers).extracting(JoinByCodeTests::said).containsOnly("姓名、证件号码和办件码对不上。");
    assertThat(joinings(party(number))).hasSize(1);
    assertThat(joinings(party(other))).isEmpty();
  }

  private static String said(Answer answer) {
    return Applicant.found(Pattern.compile("姓名、证件号码和办件码[^。]*。"), answer.words());
  }

  @Test
  void wrongTriesAreCountedForNumberAndAccountAndTheRightOneGetsThrough() {
    String number = CounterSteps.takenIn(lin, "M-00795005");
    String code = codes.code(number);
    Resident guesser = joins.resident();
    List<Integer> known = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      known.add(guesser.joins("小安", "M-00795005", "2222-2222-2222-222" + (i + 2)).status());
    }
    Resident second = joins.resident();
    for (int i = 0; i < 7; i++) {
      unknown.add(second.joins("小安", "M-00795098", "2222-2222-2222-222" + (i + 2)).status());
    }
    assertThat(known).startsWith(404).endsWith(429);
    assertThat(unknown).as("as many for a number that nobody has").isEqualTo(known);
    Answer waits = guesser.joins("小安", "M-00795097", code);
    assertThat(waits.status()).as("the account waits, whatever the number").isEqualTo(429);
    assertThat(waits.words()).contains("也可以带证件原件到窗口认领");
    assertThat(joins.resident().joins("小安", "M-00795005", "2222").status())
        .as("the number waits, whoever tries")
        .isEqualTo(429);
    assertThat(joins.resident().joins("小安", "M-00795005", code).path()).isEqualTo("/file");
  }

  @Test
  void ofTwoAccountsAtTheSameMomentOneJoinsAndNoneEndsWithoutAFile() throws Exception {
    for (int round = 0; round < 4; round++) {
      String member = "M-0079501" + round;
      String number = CounterSteps.takenIn(lin, member);
      String code = codes.code(number);
      List<Resident> both = List.of(joins.resident(), joins.resident());
      both.forEach(one -> one.person().get("/file"));
      List<Future<Answer>> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (Resident one : both) {
          answers.add(threads.submit(() -> one.joins("小安", member, code)));
          answers.add(threads.submit(() -> one.joins("小安", member, code))); // pressed twice
        }
      }
      List<String> paths = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        paths.add(answer.get().path());
      }
      assertThat(paths.stream().filter("/file"::equals).count()).as(paths.toString()).isEqualTo(1);
      UUID party = party(number);
      assertThat(joinings(party)).hasSize(1);
      String owner = parties.findAccount(party).orElseThrow();
      for (Resident one : both) {
        boolean has = one.person().get("/file").words().contains("这份档案在窗口建立");
        assertThat(has).isEqualTo(one.account().equals(owner));
        assertThat(parties.findOfAccount(one.account())).isPresent();
      }
    }
  }

  @Test
  void anAccountWithAFileOfItsOwnIsNotMergedButToldWhatToDo() {
    String number = CounterSteps.takenIn(lin, "M-00795006");
    String code = codes.code(number);
    Applicant mei = new Applicant(port, "mei");
    Answer page = mei.person.get(JoinSteps.JOIN);
    assertThat(page.words()).contains("两份档案不自动合并").contains("仍凭办件码");
    assertThat(page.body()).doesNotContain("name=\"code\"");
    Map<String, String> typed = Map.of("name", "小安", "number", "M-00795006", "code", code);
    Answer refused = mei.person.form(JoinSteps.JOIN, typed);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(mei.person.form(JoinSteps.JOIN + "/code", Map.of()).status()).isEqualTo(409);

    Resident sent = joins.resident();
    String draft = Applicant.found(CounterSteps.DRAFT, sent.person().get("/apply/room-key").body());
    sent.person()
        .form(
            draft + "/parts/reader",
            Map.of("reader_name", "小安", "post_address", "河边路 6 号", "hours", "evening"));
    sent.person().form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    assertThat(sent.person().form(draft + "/check", Map.of("confirm", "yes")).words())
        .contains("已提交");
    assertThat(sent.joins("小安", "M-00795006", code).status())
        .as("applied for something")
        .isEqualTo(409);
    assertThat(parties.findAccount(party(number))).isEmpty();
  }

  @Test
  void whoeverMadeTheSlipCannotJoinTheFileToAnAccountForWork() {
    String number = CounterSteps.takenIn(lin, "M-00795007");
    String code = codes.code(number);
    Map<String, String> typed = Map.of("name", "小安", "number", "M-00795007", "code", code);
    assertThat(lin.person.get(JoinSteps.JOIN).words()).contains("工作账户不能认领档案");
    assertThat(lin.person.form(JoinSteps.JOIN, typed).status()).isEqualTo(403);
    assertThat(lin.person.form(JoinSteps.JOIN + "/code", Map.of()).status()).isEqualTo(403);
    Answer visitor = codes.visitor().form(JoinSteps.JOIN, typed);
    assertThat(visitor.path()).startsWith("/sign-in");
    assertThat(parties.findAccount(party(number))).isEmpty();
  }

  @Test
  void aPageThatWasOpenBeforeIsOutOfDateAndSendsNothingForTheEmptyFile() {
    String number = CounterSteps.takenIn(lin, "M-00795008");
    Resident owner = joins.resident();
    String draft =
        Applicant.found(CounterSteps.DRAFT, owner.person().get("/apply/room-key").body());
    owner
        .person()
        .form(
            draft + "/parts/reader",
            Map.of("reader_name", "小安", "post_address", "河边路 6 号", "hours", "evening"));
    owner.person().form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    owner.joins("小安", "M-00795008", codes.code(number));
    owner.person().form(draft + "/check", Map.of("confirm", "yes"));
    Long left =
        sql.sql(
                """
                select count(*) from submission_submission s
                  join party_joined j on j.former = s.party where j.party = ?
                """)
            .param(party(number))
            .query(Long.class)
            .single();
    assertThat(left).isZero();
  }
}
