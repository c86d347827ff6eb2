package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Language;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;

/** Mei stands at Ms Lin's counter: nothing of hers opens before she agreed, everything is hers. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class WindowTests {
  private static final Pattern VISIT = Pattern.compile("/window/[0-9a-f-]{36}");
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final Map<String, String> MEI =
      Map.of("named", "M-00012345", "digits", "", "purpose", "来办阅览室钥匙");

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private DistrictTime time;
  @Autowired private VisitStore visits;
  @Autowired private Viewers viewers;
  @Autowired private Notices notices;

  private Applicant mei;
  private Applicant lin;
  private UUID meisParty;

  @BeforeEach
  void bothSignIn() {
    mei = new Applicant(port, "mei");
    lin = new Applicant(port, "lin");
    Account account = accounts.findByLogin("mei").orElseThrow();
    meisParty = parties.ofAccount(account.id().toString(), account.name().zh());
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    for (String login : List.of("lin", "una")) {
      String officer = accounts.findByLogin(login).orElseThrow().id().toString();
      visits.list(officer).stream().filter(CounterVisit::open).forEach(visits::ended);
    }
  }

  private String received() {
    return Applicant.found(VISIT, lin.person.form("/window", MEI).body());
  }

  private Answer agreed(String visit, String target) {
    return lin.person.form(
        visit, Map.of("target", target, "shown", "identity_card", "way", "signed"));
  }

  private String filledIn(Answer begun) {
    String draft = Applicant.found(DRAFT, begun.body());
    lin.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    lin.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    return draft;
  }

  @Test
  void onlyWindowOfficersReceiveAndOnlyWhomASingleNumberLeadsTo() {
    assertThat(mei.person.get("/window").status()).isEqualTo(403);
    Answer nothing = lin.person.form("/window", Map.of("named", "", "purpose", ""));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.words()).contains("还没有填是谁").contains("还没有写来办什么");
    Answer unknown = lin.person.form("/window", Map.of("named", "M-99", "purpose", "办证"));
    assertThat(unknown.words()).contains("没有找到唯一对应的人或企业").contains("姓名加证件号后四位");
    Answer self = lin.person.form("/window", Map.of("named", "lin", "purpose", "给自己办"));
    assertThat(self.words()).contains("不能为自己代收");
    Answer named =
        lin.person.form("/window", Map.of("named", "小梅", "digits", "2345", "purpose", "办证"));
    assertThat(named.words()).contains("小**").doesNotContain("小梅");
  }

  @Test
  void eachLookIsSeenAtOnceWithItsPurpose() {
    String visit = received();
    Answer looks = mei.person.get("/file/looks");
    assertThat(looks.words()).contains("窗口接待：来办阅览室钥匙").contains("馆员");
    agreed(visit, "matter:room-key");
    assertThat(mei.person.get("/file/looks").words()).contains("经本人同意调取证照和档案预填");
  }

  @Test
  void nothingOpensWithoutConsentAndConsentIsForOneThingOnce() {
    String visit = received();
    Answer early = lin.person.get("/apply/room-key?for=" + meisParty);
    assertThat(early.status()).isEqualTo(403);
    assertThat(early.words()).contains("没有本人现场同意").contains("重新核验身份");
    Answer half = lin.person.form(visit, Map.of("target", "matter:room-key"));
    assertThat(half.words()).contains("还没有选怎样核验了身份").contains("还没有本人的同意");
    assertThat(agreed(visit, "matter:room-key").words()).contains("窗口代收，本人已同意");
    assertThat(lin.person.get("/apply/renew-card?for=" + meisParty).status()).isEqualTo(403);
    assertThat(new Applicant(port, "ada").person.get(visit).status()).isNotEqualTo(200);
    Answer sent =
        lin.person.form(
            filledIn(lin.person.get("/apply/room-key?for=" + meisParty)) + "/check",
            Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已替本人提交");
    assertThat(lin.person.get("/apply/room-key?for=" + meisParty).status()).isEqualTo(403);
  }

  @Test
  void aVisitThatEndsOrLastsTooLongOpensNothingAnyMore() {
    String visit = received();
    String draft = filledIn(agreed(visit, "matter:room-key"));
    lin.person.form(visit + "/end", Map.of());
    assertThat(lin.person.get(draft).status()).isEqualTo(404);
    assertThat(lin.person.get(visit).words()).contains("接待已结束，没有提交");
    filledIn(agreed(received(), "matter:room-key"));
    Viewer officer = viewers.of(accounts.findByLogin("lin").orElseThrow());
    List<String> matters = List.of("room-key");
    assertThat(visits.findAgreed(officer, meisParty, matters)).isPresent();
    assertThat(
            time.at(
                time.instant().plus(Duration.ofHours(11)),
                () -> visits.findAgreed(officer, meisParty, matters)))
        .as("who has gone home is not at the counter")
        .isEmpty();
  }

  @Test
  void whatIsTakenInBelongsToThePersonAndTheJournalNamesBoth() {
    String draft = filledIn(agreed(received(), "matter:room-key"));
    Answer unconfirmed = lin.person.form(draft + "/check", Map.of());
    assertThat(unconfirmed.words()).contains("念给本人听");
    Answer sent = lin.person.form(draft + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(NUMBER, sent.body());
    String application = newest(mei);
    Answer page = mei.person.get(application);
    assertThat(page.words()).contains(number).contains("由办证台在窗口代收，本人到场同意");
    assertThat(lin.person.get(application).status()).as("it is hers alone").isEqualTo(403);
    assertThat(lin.person.get("/cases/" + number).words()).contains("由办证台在窗口代收");
    List<Entry> entries =
        journal.list("submission:" + application.substring("/applications/".length()));
    Entry submitted =
        entries.stream()
            .filter(e -> e.kind().equals("submission.submitted"))
            .findFirst()
            .orElseThrow();
    assertThat(submitted.fact("for")).isEqualTo("party:" + meisParty);
    assertThat(submitted.fact("under")).startsWith("visit:");
    assertThat(submitted.actor().name().zh()).isEqualTo("林老师");
    List<Entry> visit = journal.list(String.valueOf(submitted.fact("under")));
    assertThat(visit).extracting(Entry::kind).contains("visit.came", "visit.agreed", "access.read");
    assertThat(visit.getFirst().fact("for")).isEqualTo("party:" + meisParty);
  }

  @Test
  void whoTookItInDoesNotDecideIt() {
    lin = new Applicant(port, "una");
    Answer sent =
        lin.person.form(
            filledIn(agreed(received(), "matter:room-key")) + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(NUMBER, sent.body());
    Applicant other = new Applicant(port, "lin");
    assertThat(other.does(number, "accept", "").good()).isTrue();
    Answer refused = lin.does(number, "grant", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("case-own-work");
  }

  @Test
  void bothSidesWriteAndOneAnswerIsPutRight() {
    Applicant.Application one = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    String mine = one.href() + "/" + one.number() + "/messages";
    String theirs = "/cases/" + one.number() + "/messages";
    assertThat(mei.person.form(mine, Map.of("words", " ")).words()).contains("还没有写内容");
    assertThat(mei.person.form(mine, Map.of("words", "地址要写楼号吗？")).words()).contains("地址要写楼号吗");
    assertThat(lin.person.get("/window").body()).contains(theirs);
    assertThat(lin.person.get("/cases/" + one.number()).words()).contains("申请人有留言等您回复");
    assertThat(new Applicant(port, "tao").person.get(mine).status()).isEqualTo(404);
    assertThat(new Applicant(port, "bo").person.get(theirs).status()).isNotEqualTo(200);
    assertThat(lin.person.form(theirs, Map.of("words", "改", "question", "other")).words())
        .contains("这一项现在不能请申请人改");
    Answer asked = lin.person.form(theirs, Map.of("words", "请写上楼号", "question", "post_address"));
    assertThat(asked.words()).contains("寄到哪里").contains("等申请人改");
    assertThat(mei.person.get(one.href()).words()).contains("去改一项");
    assertThat(lin.person.page("/messages", "en").good()).isTrue();
    mei.person.form(mine, Map.of("words", "好的"));
    assertThat(notices.listAbout("case:" + one.number()))
        .filteredOn(told -> told.title().zh().equals("申请人给您留言"))
        .singleElement()
        .satisfies(
            told -> assertThat(told.to().language()).as("as lin reads").isEqualTo(Language.EN));
    mended(one, mine, theirs);
  }

  private void mended(Applicant.Application one, String mine, String theirs) {
    Pattern mend = Pattern.compile(Pattern.quote(one.href()) + "/\\S+/mend/[0-9a-f-]{36}");
    String there = Applicant.found(mend, mei.person.get(mine).body());
    Answer page = mei.person.get(there);
    assertThat(page.words()).contains("请写上楼号").contains("寄到哪里");
    assertThat(page.body())
        .contains("name=\"post_address\"")
        .doesNotContain("name=\"reader_name\"");
    assertThat(mei.acts(there, there, Map.of("post_address", "河边路 3 号")).words())
        .contains("没有改动任何内容");
    Map<String, String> right = new HashMap<>(Map.of("post_address", "河边路 3 号 2 楼"));
    right.put("reader_name", "别人"); // not asked for, so not read
    assertThat(mei.acts(there, there, right).words()).contains("原填“河边路 3 号”，改为“河边路 3 号 2 楼”");
    assertThat(lin.person.get(theirs).words()).contains("已改").contains("河边路 3 号 2 楼");
    assertThat(lin.person.get("/cases/" + one.number()).words())
        .contains("应工作人员请求：请写上楼号")
        .doesNotContain("别人");
    assertThat(mei.person.get(there).status()).as("once").isEqualTo(404);
  }

  private static Map<String, String> newcomer(String number, String phone) {
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "小安");
    typed.put("number", number);
    typed.put("phone", phone);
    typed.put("purpose", "来办阅览室钥匙");
    typed.put("shown", "other_card");
    return typed;
  }

  @Test
  void aFileBeginsOnlyFromADocumentAndNobodyGetsASecondOne() {
    assertThat(mei.person.get("/window/newcomer").status()).isEqualTo(403);
    assertThat(mei.person.form("/window/newcomer", newcomer("M-71", "")).status()).isEqualTo(403);
    Answer unknown =
        lin.person.form("/window", Map.of("named", "M-00071001", "purpose", "来办阅览室钥匙"));
    assertThat(unknown.words()).contains("首次来办，没有档案？");
    Answer begun =
        lin.person.form(
            "/window/newcomer/begin", Map.of("number", "M-00071001", "purpose", "来办阅览室钥匙"));
    assertThat(begun.body()).contains("value=\"M-00071001\"").contains("value=\"来办阅览室钥匙\"");
    Answer nothing = lin.person.form("/window/newcomer", Map.of("phone", "abc"));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.words())
        .contains("还没有填姓名")
        .contains("证件号码不对")
        .contains("手机号不对")
        .contains("还没有选怎样核验了身份")
        .contains("还没有写来办什么");
    assertThat(parties.findByIdentifier("M-00071001")).isEmpty();
    Answer known = lin.person.form("/window/newcomer", newcomer("m-0001 2345", ""));
    assertThat(known.words()).contains("这个号码已经有档案");
    assertThat(known.body()).as("nothing typed is lost").contains("value=\"小安\"");
    assertThat(lin.person.form("/window/newcomer", newcomer("M-00071001", "")).good()).isTrue();
    assertThat(lin.person.form("/window/newcomer", newcomer("M-00071001", "")).words())
        .contains("这个号码已经有档案");
    assertThat(parties.findByIdentifier("M-00071001")).hasSize(1);
  }

  @Test
  void whoeverIsNewIsTakenInAsEverybodyAndToldByTextMessage() {
    Answer came = lin.person.form("/window/newcomer", newcomer("M-00071002", "100-0000 0302"));
    String visit = Applicant.found(VISIT, came.body());
    UUID party = parties.findByIdentifier("M-00071002").getFirst();
    assertThat(parties.facts(party))
        .allMatch(fact -> fact.source().kind() == Fact.Source.Kind.COUNTER)
        .anyMatch(fact -> fact.value().equals("小安"))
        .allMatch(fact -> "OTHER_CARD".equals(fact.source().ref()));
    List<Entry> grown = journal.list("party:" + party);
    assertThat(grown).extracting(Entry::kind).contains("file.grown");
    assertThat(grown.toString()).contains("COUNTER").doesNotContain("00071002");
    assertThat(lin.person.get("/apply/room-key?for=" + party).status()).isEqualTo(403);
    Answer begun = agreed(visit, "matter:room-key");
    assertThat(begun.body()).contains("value=\"小安\"");
    assertThat(begun.words()).contains("档案");
    String draft = Applicant.found(DRAFT, begun.body());
    lin.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小安", "post_address", "河边路 5 号", "hours", "evening"));
    lin.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = lin.person.form(draft + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(NUMBER, sent.body());
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    List<Notice> told = notices.listAbout("case:" + number);
    assertThat(told).isNotEmpty().allMatch(one -> party.equals(one.to().party()));
    assertThat(told.getLast().words().zh()).contains("已受理");
    assertThat(told.getLast().to().shownAs()).isEqualTo("100****0302");
    assertThat(lin.person.form("/window", Map.of("named", "M-00071002", "purpose", "再来")).words())
        .as("found the next time")
        .contains("小**");
  }

  private static String newest(Applicant whose) {
    return Applicant.found(SENT, whose.person.get("/applications").body());
  }
}
