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
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.matter.Matters;
import org.yiwang.notice.Notices;
import org.yiwang.pack.Text;
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
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");
  private static final Pattern QUESTION =
      Pattern.compile("/drafts/[0-9a-f-]{36}/help/questions/[0-9a-f-]{36}");
  private static final String ASKED = "地址要写<b>楼号</b>吗？";
  private static final String CONSENT =
      "我同意办证台里能办理这件事的工作人员，查看我在这份“阅览室钥匙”草稿里填的内容（看不到上传的材料），直到我提交、删除草稿或收回同意为止。";

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private Notices notices;
  @Autowired private AccessLog access;
  @Autowired private DraftStore drafts;
  @Autowired private DraftHelpStore helps;
  @Autowired private Matters matters;
  @Autowired private ForgottenDrafts forgotten;
  @Autowired private HelpWithDraft helpWithDraft;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private DistrictTime time;

  private Applicant mei;
  private Applicant lin;
  private String draft;
  private long before;

  @BeforeEach
  void meiFillsIn() {
    mei = new Applicant(port, "mei");
    lin = new Applicant(port, "lin");
    draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
    mei.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    before = 0;
    before = looks();
  }

  @AfterEach
  void nothingStaysBehind() {
    mei.person.form(draft + "/drop", Map.of());
  }

  private Answer asks(String words) {
    return mei.person.form(
        draft + "/help", Map.of("words", words, "asked", "room-key@card-desk", "agree", "yes"));
  }

  private String asked() {
    assertThat(asks(ASKED).words()).contains("已发给办证台，等对方回复");
    return Applicant.found(HELP, lin.person.get("/help").body());
  }

  private List<Entry> entries(String help) {
    return journal.list("help:" + help.substring("/help/".length()));
  }

  private long looks() {
    return mei.person.get("/file/looks").words().split("经您同意查看“阅览室钥匙”草稿", -1).length - 1 - before;
  }

  @Test
  void askingTakesWordsAndTheConsentThatIsReadBefore() {
    for (String page : List.of("/parts/reader", "/evidence", "/check")) {
      assertThat(mei.person.get(draft + page).body())
          .contains("<a href=\"" + draft + "/help\">请人帮忙</a>");
    }
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
    Answer long_ = asks("长".repeat(1001));
    assertThat(long_.words()).contains("1 至 1000 个字");
    assertThat(lin.person.get("/help").words()).contains("没有人在等");
    String help = asked();
    Entry entry = entries(help).getFirst();
    assertThat(entry.kind()).isEqualTo("help.asked");
    assertThat(entry.fact("words-zh")).isEqualTo(CONSENT);
    assertThat(entry.fact("unit")).isEqualTo("card-desk");
    assertThat(entry.toString()).as("no words in the journal").doesNotContain("楼号");
    assertThat(asks("再问").status()).as("once").isEqualTo(409);
  }

  @Test
  void theUnitIsToldAndFindsItAndNobodyElseDoes() {
    String help = asked();
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
    assertThat(looks()).as("none of them looked").isZero();
  }

  @Test
  void eachLookIsOneLineThatTheApplicantReads() {
    String help = asked();
    Answer seen = lin.person.get(help);
    assertThat(seen.words())
        .contains("河边路 3 号")
        .contains("上午")
        .contains("小**")
        .doesNotContain("小梅")
        .contains("您这次查看已记下");
    assertThat(seen.body()).contains("&lt;b&gt;楼号").doesNotContain("<b>楼号");
    assertThat(looks()).isEqualTo(1);
    assertThat(mei.person.get("/file/looks").words()).contains("办证台 · 馆员");
    lin.person.get(help);
    assertThat(looks()).isEqualTo(2);
    assertThat(access.listLooks("help:" + help.substring("/help/".length()))).hasSize(2);
  }

  @Test
  void whatIsMistypedIsNoFurtherLookAsLongAsTheDraftStaysAsItIs() {
    String help = asked();
    lin.person.get(help);
    assertThat(looks()).isEqualTo(1);
    for (int typed = 0; typed < 3; typed++) {
      Answer again = lin.person.form(help, Map.of("words", "长".repeat(1001)));
      assertThat(again.status()).isEqualTo(422);
      assertThat(again.words()).contains("河边路 3 号");
    }
    assertThat(looks()).as("one look").isEqualTo(1);
    mei.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 4 号", "hours", "morning"));
    assertThat(lin.person.form(help, Map.of("words", " ")).words()).contains("河边路 4 号");
    assertThat(looks()).as("something else was seen").isEqualTo(2);
    Applicant una = new Applicant(port, "una");
    assertThat(una.person.form(help, Map.of("words", "")).status()).isEqualTo(422);
    assertThat(looks()).as("nobody's look is another's").isEqualTo(3);
    time.at(
        time.instant().plus(Duration.ofHours(1)),
        () ->
            helpWithDraft.lookOn(
                UUID.fromString(help.substring("/help/".length())),
                viewers.of(accounts.findByLogin("lin").orElseThrow())));
    assertThat(looks()).as("later it is another look").isEqualTo(4);
  }

  @Test
  void anAnswerThatComesTooLateIsShownAndNotLost() {
    String help = asked();
    lin.person.form(help, Map.of("words", "请写上楼号", "question", "post_address"));
    String question = Applicant.found(QUESTION, mei.person.get(draft + "/help").body());
    mei.person.form(draft + "/help/end", Map.of());
    Answer late = mei.person.form(question, Map.of("post_address", "河边路 3 号 9 楼"));
    assertThat(late.status()).isEqualTo(404);
    assertThat(late.words()).contains("您刚填的没有保存").contains("河边路 3 号 9 楼");
    assertThat(late.body()).contains("href=\"" + draft + "/parts/reader\"");
    assertThat(mei.person.get(draft + "/parts/reader").body()).doesNotContain("9 楼");
    assertThat(
            mei.person
                .form(draft + "/help/questions/" + UUID.randomUUID(), Map.of("post_address", "x"))
                .status())
        .isEqualTo(404);
    assertThat(new Applicant(port, "tao").person.form(question, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void theOfficePointsAtOneQuestionAndJustThatOneOpens() {
    String help = asked();
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
    assertThat(entries(help))
        .extracting(Entry::kind)
        .containsSubsequence("help.asked", "help.pointed", "help.seen-to");
    assertThat(mei.person.form(draft + "/help/messages", Map.of("words", "改好了")).words())
        .contains("改好了");
    assertThat(lin.person.get("/help").words()).contains("等了");
  }

  @Test
  void takingTheConsentBackEndsEveryLookAtOnce() {
    String help = asked();
    assertThat(lin.person.get(help).status()).isEqualTo(200);
    assertThat(mei.person.get(draft + "/help").words()).contains(CONSENT);
    assertThat(mei.person.form(draft + "/help/end", Map.of()).words())
        .contains("帮办已结束")
        .contains("楼号");
    Answer late = lin.person.get(help);
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.words()).contains("申请人收回了同意").doesNotContain("河边路");
    Answer lost = lin.person.form(help, Map.of("words", "迟了<i>一步</i>"));
    assertThat(lost.status()).isEqualTo(403);
    assertThat(lost.words()).contains("这次帮办已经结束").contains("您写的话没有发出");
    assertThat(lost.body()).contains("迟了&lt;i&gt;一步").as("without the draft").doesNotContain("河边路");
    assertThat(lin.person.get("/help").body()).doesNotContain(help);
    assertThat(mei.person.form(draft + "/help/messages", Map.of("words", "还在吗")).status())
        .isEqualTo(403);
    assertThat(looks()).isEqualTo(1);
    Entry ended = entries(help).getLast();
    assertThat(ended.kind()).isEqualTo("help.ended");
    assertThat(ended.fact("why")).isEqualTo("TAKEN_BACK");
    asks("再问一次");
    String again = Applicant.found(HELP, lin.person.get("/help").body());
    assertThat(again).isNotEqualTo(help);
    assertThat(lin.person.get(again).words()).contains("再问一次").doesNotContain("楼号");
    assertThat(lin.person.get(help).status()).as("the old one stays shut").isEqualTo(403);
    assertThat(mei.person.get(draft + "/help").words())
        .as("what was written before stays with her")
        .contains("再问一次", "之前的留言", "楼号");
    mei.person.form(draft + "/help/end", Map.of());
    assertThat(mei.person.get(draft + "/help").words()).contains("再问一次", "楼号");
  }

  @Test
  void sendingTheDraftEndsItAndTheApplicantKeepsWhatWasWritten() {
    String help = asked();
    lin.person.form(help, Map.of("words", "写上更好"));
    mei.person.form(draft + "/help/end", Map.of());
    asks("第二回问");
    String second = Applicant.found(HELP, lin.person.get("/help").body());
    mei.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = mei.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交").contains("填写时的帮办留言");
    String application =
        Applicant.found(Pattern.compile("/applications/[0-9a-f-]{36}"), sent.body());
    Answer kept = mei.person.get(application + "/help");
    assertThat(kept.words()).contains("写上更好", "楼号", "第二回问");
    assertThat(kept.body().split("<h3>办证台 · ", -1)).as("by unit and date").hasSize(3);
    assertThat(new Applicant(port, "tao").person.get(application + "/help").status())
        .isEqualTo(404);
    assertThat(lin.person.get(help).status()).isEqualTo(403);
    assertThat(lin.person.get("/help").body()).doesNotContain(help, second);
    assertThat(entries(second).getLast().fact("why")).isEqualTo("SENT");
    String number = Applicant.found(Pattern.compile("LC-\\d{8}-\\d{5}"), sent.body());
    assertNoWayToItAtTheCounter(number);
  }

  @Test
  void atTheCounterNobodyElseIsAskedAndLeavingEndsAllHelp() {
    Map<String, String> typed = new HashMap<>(Map.of("name", "小安", "number", "M-00073001"));
    typed.putAll(Map.of("phone", "", "purpose", "来办钥匙", "shown", "other_card"));
    Pattern visits = Pattern.compile("/window/[0-9a-f-]{36}");
    String visit = Applicant.found(visits, lin.person.form("/window/newcomer", typed).body());
    Answer begun =
        lin.person.form(
            visit, Map.of("target", "matter:room-key", "shown", "other_card", "way", "ticked"));
    String counter = Applicant.found(DRAFT, begun.body());
    assertThat(begun.body()).doesNotContain("href=\"" + counter + "/help\"");
    Map<String, String> asks = Map.of("words", "请问", "asked", "room-key@card-desk", "agree", "yes");
    for (Answer refused :
        List.of(lin.person.get(counter + "/help"), lin.person.form(counter + "/help", asks))) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.words()).contains("在窗口代填时不用另外请人帮忙");
    }
    Draft of = drafts.find(UUID.fromString(counter.substring("/drafts/".length()))).orElseThrow();
    var possible =
        new AskForHelp.Possible(
            matters.getMatter("room-key"), "card-desk", Text.of("办证台", "Card desk"));
    UUID before = helps.insert(of, possible, Text.of("同意", "I agree"), null);
    lin.person.form(visit + "/end", Map.of());
    assertThat(drafts.find(of.id())).isEmpty();
    assertThat(helps.find(before).orElseThrow().why()).isEqualTo(DraftHelp.End.DROPPED);
  }

  private void assertNoWayToItAtTheCounter(String number) {
    Map<String, String> comes = new HashMap<>(Map.of("number", number, "purpose", "来补材料"));
    comes.put("identifier", "M-00012345");
    Pattern visits = Pattern.compile("/window/[0-9a-f-]{36}");
    String visit = Applicant.found(visits, lin.person.form("/window/again", comes).path());
    Answer opened =
        lin.person.form(
            visit, Map.of("target", "matter:room-key", "shown", "other_card", "way", "ticked"));
    assertThat(opened.path()).startsWith("/applications/");
    assertThat(opened.words()).as("the page itself is there").contains("提交于");
    assertThat(opened.body()).doesNotContain("填写时的帮办留言");
    lin.person.form(visit + "/end", Map.of());
  }

  @Test
  void aDraftThatIsDroppedOrForgottenTakesAllWithIt() {
    String help = asked();
    mei.person.form(draft + "/drop", Map.of());
    assertThat(lin.person.get(help).status()).isEqualTo(403);
    assertThat(entries(help).getLast().fact("why")).isEqualTo("DROPPED");
    meiFillsIn();
    String later = asked();
    time.at(
        time.instant().plus(DraftStore.KEPT).plus(Duration.ofDays(1)),
        () -> {
          forgotten.drop();
          return null;
        });
    assertThat(drafts.find(UUID.fromString(draft.substring("/drafts/".length())))).isEmpty();
    assertThat(lin.person.get(later).status()).isEqualTo(403);
    Entry ended = entries(later).getLast();
    assertThat(ended.fact("why")).isEqualTo("DROPPED");
    assertThat(ended.actor().account()).as("the program did").isNull();
  }
}
