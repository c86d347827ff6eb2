package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.identity.Guesses;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Way;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.JoinSteps.Resident;

/**
 * At the counter an officer sees the original of a document and lets the file join the account that
 * shows its code: only at their own visit, once, and only an empty account of a resident.
 */
@CounterTest
class JoinAtCounterTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private Guesses guesses;
  @Autowired private Parties parties;
  @Autowired private Notices notices;
  @Autowired private Journal journal;
  @Autowired private JdbcClient sql;

  private Applicant lin;
  private CounterSteps counter;
  private JoinSteps joins;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
    counter = new CounterSteps(program);
    joins = new JoinSteps(port, sql);
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    counter.nobodyStaysAtTheCounter();
    guesses.right("join-code-of:" + counter.accountOf("lin"));
  }

  /** Somebody stands there whose file begins now: the address of the visit. */
  private String stands(String member) {
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "小安");
    typed.put("number", member);
    typed.put("phone", "13800960001");
    typed.put("purpose", "来认领档案");
    typed.put("shown", "other_card");
    Answer visit = lin.person.form("/window/newcomer", typed);
    assertThat(visit.body()).contains("/join\"");
    return Applicant.found(CounterSteps.VISIT, visit.path());
  }

  private static Map<String, String> typed(String code, String confirm) {
    return Map.of("code", code, "shown", "identity_card", "confirm", confirm);
  }

  @Test
  void theOfficerSeesDocumentAndCodeAndAsksWhoseAccountItIs() {
    String visit = stands("M-00796001");
    UUID party = parties.findByIdentifier("M-00796001").getFirst();
    Resident owner = joins.resident();
    String code = owner.counterCode();
    assertThat(lin.person.get(visit + "/join").words()).contains("取认领码给您看");
    Answer unseen = lin.person.form(visit + "/join", Map.of("code", code));
    assertThat(unseen.status()).isEqualTo(422);
    assertThat(unseen.words()).contains("还没有选怎样核验了身份");
    Answer whose = lin.person.form(visit + "/join", typed(code, ""));
    assertThat(whose.words()).contains("这是不是自己的账户").contains("joins-").contains("新来的");
    assertThat(parties.findAccount(party)).as("nothing yet").isEmpty();

    Answer joined = lin.person.form(visit + "/join", typed(code, "yes"));
    assertThat(joined.path()).isEqualTo(visit);
    assertThat(parties.findAccount(party)).contains(owner.account());
    assertThat(owner.person().get("/file").words()).contains("由窗口看过证件原件后并入您的账户");
    assertThat(owner.person().get("/file/looks").words())
        .contains("看过证件原件，把档案并入本人账户")
        .contains("窗口接待：来认领档案");
    assertThat(notices.listAbout("party:" + party)).anyMatch(told -> told.way() == Way.SMS);
    assertThat(journal.list("party:" + party))
        .filteredOn(entry -> entry.kind().equals("file.joined"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor().account()).isEqualTo(counter.accountOf("lin"));
              assertThat(String.valueOf(entry.fact("ref"))).startsWith("visit:");
            });
    assertThat(lin.person.form(visit + "/join", typed(code, "yes")).status())
        .as("used, and the file has an account")
        .isEqualTo(403);
  }

  @Test
  void aCodeIsGoodOnceAndForOneAccountAndANewOneEndsIt() {
    Resident owner = joins.resident();
    String first = owner.counterCode();
    String code = owner.counterCode();
    String visit = stands("M-00796002");
    assertThat(lin.person.form(visit + "/join", typed(first, "yes")).words())
        .contains("没有这个认领码，或已过期");
    sql.sql("update submission_join_code set made = made - interval '25 hours' where account = ?")
        .param(owner.account())
        .update();
    assertThat(lin.person.form(visit + "/join", typed(code, "yes")).status()).isEqualTo(422);
    code = owner.counterCode();
    assertThat(lin.person.form(visit + "/join", typed(code, "yes")).path()).isEqualTo(visit);
    String next = stands("M-00796003");
    assertThat(lin.person.form(next + "/join", typed(code, "yes")).words())
        .contains("没有这个认领码，或已过期");
    assertThat(parties.findAccount(parties.findByIdentifier("M-00796003").getFirst())).isEmpty();
  }

  @Test
  void wrongCodesAreCountedForTheOfficer() {
    String visit = stands("M-00796004");
    String code = joins.resident().counterCode();
    int last = 0;
    for (int i = 0; i < 6; i++) {
      last = lin.person.form(visit + "/join", typed("2222-222" + (i + 2), "")).status();
    }
    assertThat(last).isEqualTo(429);
    assertThat(lin.person.form(visit + "/join", typed(code, "yes")).status())
        .as("forty bits: also the right one waits")
        .isEqualTo(429);
  }

  @Test
  void onlyTheOfficerOfThatVisitWhileItLasts() {
    String visit = stands("M-00796005");
    String code = joins.resident().counterCode();
    Applicant vic = new Applicant(port, "vic");
    assertThat(vic.person.get(visit + "/join").status()).isEqualTo(404);
    assertThat(vic.person.form(visit + "/join", typed(code, "yes")).status()).isEqualTo(404);
    Resident other = joins.resident();
    assertThat(other.person().form(visit + "/join", typed(code, "yes")).status()).isEqualTo(403);
    lin.person.form(visit + "/end", Map.of());
    assertThat(lin.person.get(visit + "/join").status()).isEqualTo(403);
    assertThat(lin.person.form(visit + "/join", typed(code, "yes")).status()).isEqualTo(403);
    assertThat(parties.findAccount(parties.findByIdentifier("M-00796005").getFirst())).isEmpty();
  }

  @Test
  void whoeverComesWithTheDocumentPartsTheirFileFromAForeignAccount() {
    String visit = stands("M-00796008");
    UUID party = parties.findByIdentifier("M-00796008").getFirst();
    Resident foreign = joins.resident();
    lin.person.form(visit + "/join", typed(foreign.counterCode(), "yes"));
    lin.person.form(visit + "/end", Map.of());
    assertThat(lin.person.get(visit + "/part").status()).as("nobody stands there").isEqualTo(403);
    Answer comes = lin.person.form("/window", Map.of("named", "M-00796008", "purpose", "账户不是我的"));
    String again = Applicant.found(CounterSteps.VISIT, comes.path());
    assertThat(comes.body()).contains(again + "/part");
    Answer unseen = lin.person.form(again + "/part", Map.of());
    assertThat(unseen.status()).isEqualTo(422);
    assertThat(unseen.words()).contains("还没有选怎样核验了身份");
    assertThat(parties.findAccount(party)).contains(foreign.account());

    Map<String, String> shown = Map.of("shown", "identity_card");
    assertThat(lin.person.form(again + "/part", shown).path()).isEqualTo(again);
    assertThat(parties.findAccount(party)).isEmpty();
    assertThat(foreign.person().get("/file").words())
        .contains("档案里还没有内容")
        .doesNotContain("这份档案在窗口建立");
    assertThat(foreign.person().get("/file/looks").words()).doesNotContain("来认领档案");
    assertThat(notices.listInbox(foreign.account(), 9))
        .anyMatch(told -> told.words().zh().contains("档案已与账户分开"));
    assertThat(lin.person.form(again + "/part", shown).status()).as("once").isEqualTo(403);
    Resident owner = joins.resident();
    lin.person.form(again + "/join", typed(owner.counterCode(), "yes"));
    assertThat(parties.findAccount(party)).contains(owner.account());
    assertThat(owner.person().get("/file/looks").words()).contains("看过证件原件，解除认领");
    assertThat(journal.list("party:" + party))
        .extracting(entry -> entry.kind())
        .containsSubsequence("file.joined", "file.parted", "file.joined");
  }

  @Test
  void whatAnAccountBeganItselfIsNotParted() {
    Answer comes = lin.person.form("/window", Map.of("named", "M-00012345", "purpose", "来问借书证"));
    String visit = Applicant.found(CounterSteps.VISIT, comes.path());
    assertThat(comes.body()).doesNotContain("/part\"").doesNotContain("/join\"");
    assertThat(lin.person.get(visit + "/part").status()).isEqualTo(403);
    assertThat(lin.person.form(visit + "/part", Map.of("shown", "identity_card")).status())
        .isEqualTo(403);
    assertThat(lin.person.get(visit + "/join").status()).isEqualTo(403);
  }

  @Test
  void anAccountThatGotAFileMeanwhileJoinsNone() {
    String next = stands("M-00796006");
    Resident second = joins.resident();
    String code = second.counterCode();
    sql.sql("update party_party set account = null where account = ?")
        .param(second.account())
        .update();
    sql.sql("update party_party set account = ? where id = ?")
        .params(second.account(), parties.findByIdentifier("M-00796006").getFirst())
        .update();
    String third = stands("M-00796007");
    assertThat(lin.person.form(third + "/join", typed(code, "yes")).words()).contains("两份档案不自动合并");
    assertThat(lin.person.form(next + "/join", typed(code, "yes")).status()).isEqualTo(403);
    assertThat(parties.findAccount(parties.findByIdentifier("M-00796007").getFirst())).isEmpty();
  }
}
