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
  @Autowired private ForgottenDrafts forgotten;
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
    return mei.person.form(draft + "/help", Map.of("words", words, "agree", "yes"));
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
    Answer nothing = mei.person.form(draft + "/help", Map.of("words", " "));
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
    assertThat(lin.person.form(help, Map.of("words", "迟了")).status()).isEqualTo(403);
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
  }

  @Test
  void sendingTheDraftEndsItAndTheApplicantKeepsWhatWasWritten() {
    String help = asked();
    lin.person.form(help, Map.of("words", "写上更好"));
    mei.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = mei.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交").contains("填写时的帮办留言");
    String application =
        Applicant.found(Pattern.compile("/applications/[0-9a-f-]{36}"), sent.body());
    assertThat(mei.person.get(application + "/help").words()).contains("写上更好").contains("楼号");
    assertThat(new Applicant(port, "tao").person.get(application + "/help").status())
        .isEqualTo(404);
    assertThat(lin.person.get(help).status()).isEqualTo(403);
    assertThat(lin.person.get("/help").body()).doesNotContain(help);
    assertThat(entries(help).getLast().fact("why")).isEqualTo("SENT");
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
