package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.AccessLog.Look;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/**
 * Numbers of an application stand hidden for officers wherever they stand, until asked for; each
 * press is one look at everybody whom it concerns.
 */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.casework.tick=PT1H", "yiwang.submission.tick=PT1H"})
class HiddenNumbersTests {
  private static final Pattern MEND =
      Pattern.compile("/applications/[0-9a-f-]{36}/[A-Z0-9-]+/mend/[0-9a-f-]{36}");
  private static final Pattern VERSION = Pattern.compile("(?<=name=\"case-version\" value=\")\\d+");
  private static final String OLD = "10000000050";
  private static final String NEW = "10000000777";
  private static final String THERE = "山脚路 9 号 1 室";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private AccessLog access;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private Parties parties;
  @Autowired private Mandates mandates;
  @Autowired private DistrictTime time;

  @DynamicPropertySource
  static void district(DynamicPropertyRegistry registry) {
    registry.add(
        "yiwang.pack",
        () ->
            ToyCopy.make()
                .with(
                    "forms/room-key.yaml",
                    "checks: []",
                    """
                          - {id: call, kind: phone, optional: true, label: {zh: 打给谁, en: Whom to call}}
                          - {id: fetchers, kind: rows, optional: true, most: 3, label: {zh: 谁可以来取, en: Who may fetch it}, columns: [{id: name, kind: name, label: {zh: 姓名, en: Name}}, {id: phone, kind: phone, label: {zh: 电话, en: Telephone}}, {id: born, kind: date, label: {zh: 出生日期, en: Date of birth}}]}
                    checks: []
                    """)
                .with("../roles.yaml", "see-board, manage-cred", "see-board, unmask, manage-cred")
                .pack()
                .toString());
  }

  private static Map<String, String> typed(String phone) {
    Map<String, String> typed = new HashMap<>();
    typed.putAll(Map.of("reader_name", "阿博", "post_address", "河边路 3 号", "hours", "morning"));
    typed.putAll(Map.of("call", phone, "fetchers-1-name", "小明", "fetchers-1-phone", phone));
    typed.put("fetchers-1-born", "2010-01-02");
    return typed;
  }

  private static Application applied(Applicant who, String start) {
    String draft = Applicant.found(HelpSteps.DRAFT, who.person.get(start).body());
    who.person.form(draft + "/parts/reader", typed(OLD));
    who.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = who.person.form(draft + "/check", Map.of("confirm", "yes"));
    return new Application(
        Applicant.found(CounterSteps.SENT, sent.body()),
        Applicant.found(Pattern.compile("LC-\\d{8}-\\d{5}"), sent.body()));
  }

  private static Answer inFull(Applicant officer, String number) {
    return officer.person.form("/cases/" + number + "/contact", Map.of());
  }

  @Test
  void ofCorrectedRowsTheNumbersAreHiddenAndDaysAreNot() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = applied(bo, "/apply/room-key");
    String correct = sent.href() + "/" + sent.number() + "/correct";
    Map<String, String> right = typed(NEW);
    right.put("why-corrected", "换了号码");
    assertThat(bo.acts(correct, correct, right).words()).contains("已提交");
    Applicant lin = new Applicant(port, "lin");
    String page = "/cases/" + sent.number();
    String hidden = lin.person.get(page).words();
    assertThat(hidden)
        .contains("更正：谁可以来取", "原填“小明，100****0050，2010-01-02”", "换了号码")
        .doesNotContain(OLD, NEW);
    sql.sql("update submission_correction set old_hidden = null, new_hidden = null").update();
    assertThat(lin.person.get(page).words())
        .as("from before they were kept so")
        .contains("更正：谁可以来取", "原填“小明，", "2010-01-02")
        .doesNotContain(OLD, NEW);
    assertThat(inFull(lin, sent.number()).words())
        .contains("原填“小明，" + OLD + "，2010-01-02”，改为“小明，" + NEW + "，2010-01-02”");
  }

  @Test
  void whatWasPutRightOnRequestIsWholeForTheApplicantAlone() {
    Applicant bo = new Applicant(port, "bo");
    Applicant lin = new Applicant(port, "lin");
    Application sent = applied(bo, "/apply/room-key");
    String talk = "/cases/" + sent.number() + "/messages";
    lin.person.form(talk, Map.of("words", "打不通", "question", "call"));
    String own = sent.href() + "/" + sent.number() + "/messages";
    String mend = Applicant.found(MEND, bo.person.get(own).body());
    String version = Applicant.found(VERSION, bo.person.get(mend).body());
    Answer done = bo.person.form(mend, Map.of("case-version", version, "call", NEW));
    assertThat(done.good()).as(done.words()).isTrue();
    assertThat(bo.person.get(own).words()).contains("原填“" + OLD + "”，改为“" + NEW + "”");
    assertThat(lin.person.get(talk).words())
        .contains("原填“100****0050”，改为“100****0777”")
        .doesNotContain(OLD, NEW);
    assertThat(inFull(lin, sent.number()).words()).contains("原填“" + OLD + "”，改为“" + NEW + "”");
  }

  @Test
  void whoPostsAPaperAsksForTheTelephoneInFull() {
    Applicant mei = new Applicant(port, "mei");
    Applicant lin = new Applicant(port, "lin");
    Application sent = applied(mei, "/apply/room-key");
    assertThat(lin.does(sent.number(), "accept", "").good()).isTrue();
    mei.person.file(sent.href() + "/papers/portrait", "file-portrait", Applicant.PNG);
    mei.person.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    assertThat(new Applicant(port, "keeper").does(sent.number(), "grant", "").good()).isTrue();
    assertThat(lin.does(sent.number(), "send", "XN1").good()).isTrue();
    Map<String, String> to =
        Map.of(
            "action",
            "elsewhere",
            "recipient",
            "小梅",
            "recipientPhone",
            NEW,
            "recipientAddress",
            THERE);
    assertThat(mei.acts(sent.href(), sent.href() + "/" + sent.number(), to).words())
        .contains("寄到：小梅，" + NEW);
    assertThat(lin.person.get("/cases/" + sent.number()).words())
        .contains("小梅，100****0777，" + THERE)
        .doesNotContain(NEW);
    assertThat(inFull(lin, sent.number()).words()).contains("小梅，" + NEW + "，" + THERE);
    assertThat(mei.person.get("/file/looks").words()).contains("查看完整号码");
  }

  /** Numbers of the looks at whole numbers of a case, by whom they concern. */
  private Map<String, List<Long>> looks(String number) {
    Map<String, List<Long>> looks = new HashMap<>();
    for (Look look : access.listLooks("case:" + number)) {
      if (look.purpose().zh().contains("查看完整号码")) {
        looks.merge(
            look.concerns(),
            List.of(Objects.requireNonNull(look.number())),
            (all, one) -> java.util.stream.Stream.concat(all.stream(), one.stream()).toList());
      }
    }
    return looks;
  }

  /** Nobody reported an opinion: nothing but the sheet of the case that asks tells of the look. */
  private void asksForAnOpinion(String opinion, String parent) {
    sql.sql(
            """
            insert into casework_case
            select (jsonb_populate_record(c, jsonb_build_object(
              'number', ?::text, 'parent', ?::text, 'reporter', null, 'reporter_account', null,
              'external_key', null))).*
              from casework_case c where c.number = ?
            """)
        .params(opinion, parent, parent)
        .update();
  }

  @Test
  void eachPressAtAnOpinionIsALook() {
    Application sent = applied(new Applicant(port, "bo"), "/apply/room-key");
    asksForAnOpinion("LC-20200102-00001", sent.number());
    Applicant lin = new Applicant(port, "lin");
    for (int press = 0; press < 4; press++) {
      assertThat(inFull(lin, "LC-20200102-00001").words()).contains(OLD);
    }
    assertThat(looks(sent.number()).get("party:" + party("bo"))).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void eachPressIsOneLookForTheApplicantAndOneForWhoSentIt() {
    LocalDate until = time.today().plusDays(30);
    var wish = new NewMandate(party("mei"), party("tao"), Set.of("room-key"), until);
    Mandate mandate = mandates.give(viewer("mei"), wish);
    Application sent = applied(new Applicant(port, "tao"), "/apply/room-key?for=" + party("mei"));
    Applicant lin = new Applicant(port, "lin");
    lin.person.get("/cases/" + sent.number());
    for (int press = 0; press < 3; press++) {
      assertThat(inFull(lin, sent.number()).words()).contains(OLD);
    }
    Map<String, List<Long>> looks = looks(sent.number());
    assertThat(looks).containsOnlyKeys("party:" + party("mei"), "party:" + party("tao"));
    assertThat(looks.values())
        .allSatisfy(one -> assertThat(one).hasSize(3).doesNotHaveDuplicates());
    mandates.revoke(viewer("mei"), Objects.requireNonNull(mandate.id()));
  }

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }
}
