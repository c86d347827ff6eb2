package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.HelpSteps.CONSENT;
import static org.yiwang.submission.HelpSteps.QUESTION;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.notice.Notices;
import org.yiwang.story.Person.Answer;

/** Mei is unsure while she fills in; the card desk helps as long as she agrees, and nobody else. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class DraftHelpTests {
  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private Notices notices;
  @Autowired private AccessLog access;
  @Autowired private HelpWithDraft helpWithDraft;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private DistrictTime time;

  private HelpSteps steps;
  private Applicant mei;
  private Applicant lin;
  private String draft;

  @BeforeEach
  void meiFillsIn() {
    steps = HelpSteps.begun(port, journal);
    mei = steps.mei();
    lin = steps.lin();
    draft = steps.draft();
  }

  @AfterEach
  void nothingStaysBehind() {
    mei.person.form(draft + "/drop", Map.of());
  }

  @Test
  void askingTakesWordsAndTheConsentThatIsReadBefore() {
    for (String page : List.of("/parts/reader", "/evidence")) {
      assertThat(mei.person.get(draft + page).body())
          .contains("name=\"ask-help\" value=\"yes\" formnovalidate>请人帮忙</button>");
    }
    assertThat(mei.person.get(draft + "/check").body())
        .contains("<a href=\"" + draft + "/help?at=check\">请人帮忙</a>");
    Answer page = mei.person.get(draft + "/help");
    assertThat(page.words()).contains(CONSENT);
    assertThat(mei.person.page(draft + "/help", "en").words())
        .contains("officers of Card desk")
        .contains("until I send it, delete it or take this consent back");
    Answer nothing =
        mei.person.form(draft + "/help", Map.of("words", " ", "asked", "room-key@card-desk"));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.words()).contains("还没有写内容").contains("还没有您的同意");
    Answer without = mei.person.form(draft + "/help", Map.of("words", "怎么填？"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).as("nothing typed is lost").contains("怎么填？</textarea>");
    Answer long_ = steps.asks("长".repeat(1001));
    assertThat(long_.words()).contains("1 至 1000 个字");
    assertThat(lin.person.get("/help").words()).contains("没有人在等");
    String help = steps.asked();
    Entry entry = steps.entries(help).getFirst();
    assertThat(entry.kind()).isEqualTo("help.asked");
    assertThat(entry.fact("words-zh")).isEqualTo(CONSENT);
    assertThat(entry.fact("unit")).isEqualTo("card-desk");
    assertThat(entry.toString()).as("no words in the journal").doesNotContain("楼号");
    assertThat(steps.asks("再问").status()).as("once").isEqualTo(409);
  }

  @Test
  void whoeverAsksInTheMiddleOfAPageKeepsWhatIsTypedOnIt() {
    Map<String, String> half = Map.of("post_address", "河边路 5 号", "ask-help", "yes");
    Answer asking = mei.person.form(draft + "/parts/reader", half);
    assertThat(asking.path()).isEqualTo(draft + "/help");
    assertThat(asking.words()).contains("您是从“谁要钥匙”这一页来问的，对方会看到");
    assertThat(mei.person.get(draft + "/parts/reader").body()).contains("河边路 5 号");
    Map<String, String> way = Map.of("way-home", "promise", "ask-help", "yes");
    assertThat(mei.person.form(draft + "/evidence", way).path()).isEqualTo(draft + "/help");
    assertThat(mei.person.get(draft + "/evidence").body())
        .containsPattern("value=\"promise\"[^>]*checked");
  }

  /** Whoever helps sees what it is about and where the applicant is stuck, and gets there. */
  @Test
  void theOfficeSeesFromWhichPageItIsAsked() {
    Map<String, String> asked = new HashMap<>();
    asked.putAll(Map.of("words", "怎么填？", "asked", "room-key@card-desk", "agree", "yes"));
    asked.put("at", "parts/reader");
    assertThat(mei.person.form(draft + "/help", asked).words()).contains("已发给办证台");
    String help = Applicant.found(HelpSteps.HELP, lin.person.get("/help").body());
    Answer seen = lin.person.get(help);
    assertThat(seen.words()).contains("问的事项阅览室钥匙", "从哪一页来问谁要钥匙").doesNotContain("一件事");
    assertThat(seen.body())
        .contains("href=\"/matters/room-key\"", "href=\"#page-reader\"", "id=\"page-reader\"");
    assertThat(steps.entries(help).getFirst().fact("page")).isEqualTo("parts/reader");

    mei.person.form(draft + "/help/end", Map.of());
    asked.put("at", "parts/nowhere");
    mei.person.form(draft + "/help", asked);
    String other = Applicant.found(HelpSteps.HELP, lin.person.get("/help").body());
    assertThat(lin.person.get(other).words()).as("no page of it").doesNotContain("从哪一页来问");
  }

  @Test
  void theUnitIsToldAndFindsItAndNobodyElseDoes() {
    String help = steps.asked();
    assertThat(notices.listAbout("help:" + help.substring("/help/".length())))
        .filteredOn(told -> told.title().zh().equals("有人填写时请您帮忙"))
        .as("lin and una handle keys at the card desk; cai works there and does not")
        .hasSize(2)
        .allMatch(told -> !told.words().zh().contains("楼号"));
    assertThat(lin.person.get("/window").body()).contains("href=\"/help\"");
    Answer list = lin.person.get("/help");
    assertThat(list.words()).contains("阅览室钥匙").contains("等了").doesNotContain("小梅");
    for (String other : List.of("keeper", "bo", "ann", "cai")) {
      Applicant stranger = new Applicant(port, other);
      assertThat(stranger.person.get(help).status()).as(other).isEqualTo(404);
      assertThat(stranger.person.get(help).words()).doesNotContain("河边路");
      assertThat(stranger.person.form(help, Map.of("words", "嗯")).status()).isEqualTo(404);
      assertThat(stranger.person.get("/help").body()).doesNotContain(help);
    }
    Applicant tao = new Applicant(port, "tao");
    assertThat(tao.person.get(help).status()).isEqualTo(403);
    assertThat(tao.person.get(draft + "/help").status()).isEqualTo(404);
    assertThat(tao.person.form(draft + "/help/end", Map.of()).status()).isEqualTo(404);
    assertThat(lin.person.get(draft + "/help").status()).as("only by the door").isEqualTo(404);
    assertThat(steps.looks()).as("none of them looked").isZero();
  }

  @Test
  void eachLookIsOneLineThatTheApplicantReads() {
    String help = steps.asked();
    Answer seen = lin.person.get(help);
    assertThat(seen.words())
        .contains("河边路 3 号")
        .contains("上午")
        .contains("小**")
        .doesNotContain("小梅")
        .contains("您这次查看已记下");
    assertThat(seen.body()).contains("&lt;b&gt;楼号").doesNotContain("<b>楼号");
    assertThat(steps.looks()).isEqualTo(1);
    assertThat(mei.person.get("/file/looks").words()).contains("办证台 · 馆员");
    lin.person.get(help);
    assertThat(steps.looks()).isEqualTo(2);
    assertThat(access.listLooks("help:" + help.substring("/help/".length()))).hasSize(2);
  }

  @Test
  void whatIsMistypedIsNoFurtherLookAsLongAsTheDraftStaysAsItIs() {
    String help = steps.asked();
    lin.person.get(help);
    assertThat(steps.looks()).isEqualTo(1);
    for (int typed = 0; typed < 3; typed++) {
      Answer again = lin.person.form(help, Map.of("words", "长".repeat(1001)));
      assertThat(again.status()).isEqualTo(422);
      assertThat(again.words()).contains("河边路 3 号");
    }
    assertThat(steps.looks()).as("one look").isEqualTo(1);
    mei.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 4 号", "hours", "morning"));
    assertThat(lin.person.form(help, Map.of("words", " ")).words()).contains("河边路 4 号");
    assertThat(steps.looks()).as("something else was seen").isEqualTo(2);
    Applicant una = new Applicant(port, "una");
    assertThat(una.person.form(help, Map.of("words", "")).status()).isEqualTo(422);
    assertThat(steps.looks()).as("nobody's look is another's").isEqualTo(3);
    time.at(
        time.instant().plus(Duration.ofHours(1)),
        () ->
            helpWithDraft.lookOn(
                UUID.fromString(help.substring("/help/".length())),
                viewers.of(accounts.findByLogin("lin").orElseThrow())));
    assertThat(steps.looks()).as("later it is another look").isEqualTo(4);
  }

  @Test
  void theOfficePointsAtOneQuestionAndJustThatOneOpens() {
    String help = steps.asked();
    assertThat(lin.person.form(help, Map.of("words", "看", "question", "nothing")).words())
        .contains("草稿里现在没有问这一项");
    assertThat(lin.person.form(help, Map.of("words", "看".repeat(251), "question", "hours")).words())
        .contains("1 至 250 个字");
    assertThat(lin.person.form(help, Map.of("words", "请写上楼号", "question", "post_address")).words())
        .contains("寄到哪里")
        .contains("等申请人看");
    assertThat(notices.listAbout("help:" + help.substring("/help/".length())))
        .anyMatch(told -> told.title().zh().equals("请您看一项"));
    assertThat(mei.person.get(draft + "/parts/reader").words()).contains("工作人员有话对您说");
    String question = Applicant.found(QUESTION, mei.person.get(draft + "/help").body());
    Answer page = mei.person.get(question);
    assertThat(page.words()).contains("请写上楼号").contains("寄到哪里");
    assertThat(page.body())
        .contains("name=\"post_address\"")
        .doesNotContain("name=\"reader_name\"")
        .doesNotContain("name=\"hours\"");
    assertThat(new Applicant(port, "tao").person.get(question).status()).isEqualTo(404);
    assertThat(mei.person.form(question, Map.of("post_address", "")).status()).isEqualTo(422);
    Map<String, String> right = new HashMap<>(Map.of("post_address", "河边路 3 号 2 楼"));
    right.put("reader_name", "别人"); // not asked for, so not read
    assertThat(mei.person.form(question, right).words()).contains("您已看过");
    assertThat(mei.person.get(question).status()).as("once").isEqualTo(404);
    assertThat(lin.person.get(help).words())
        .contains("河边路 3 号 2 楼", "申请人已看过")
        .doesNotContain("别**");
    assertThat(steps.entries(help))
        .extracting(Entry::kind)
        .containsSubsequence("help.asked", "help.pointed", "help.seen-to");
    assertThat(mei.person.form(draft + "/help/messages", Map.of("words", "改好了")).words())
        .contains("改好了");
    assertThat(lin.person.get("/help").words()).contains("等了");
  }
}
