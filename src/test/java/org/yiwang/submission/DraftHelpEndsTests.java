package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.HelpSteps.CONSENT;
import static org.yiwang.submission.HelpSteps.DRAFT;
import static org.yiwang.submission.HelpSteps.HELP;
import static org.yiwang.submission.HelpSteps.QUESTION;

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
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;

/** What ends the help with a draft, what shuts with it at once, and what stays with Mei. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class DraftHelpEndsTests {
  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private DraftStore drafts;
  @Autowired private DraftHelpStore helps;
  @Autowired private Matters matters;
  @Autowired private ForgottenDrafts forgotten;
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
  void anAnswerThatComesTooLateIsShownAndNotLost() {
    String help = steps.asked();
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
  void takingTheConsentBackEndsEveryLookAtOnce() {
    String help = steps.asked();
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
    assertThat(steps.looks()).isEqualTo(1);
    Entry ended = steps.entries(help).getLast();
    assertThat(ended.kind()).isEqualTo("help.ended");
    assertThat(ended.fact("why")).isEqualTo("TAKEN_BACK");
    steps.asks("再问一次");
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
    String help = steps.asked();
    lin.person.form(help, Map.of("words", "写上更好"));
    mei.person.form(draft + "/help/end", Map.of());
    steps.asks("第二回问");
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
    assertThat(steps.entries(second).getLast().fact("why")).isEqualTo("SENT");
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
    assertThat(begun.body()).doesNotContain("href=\"" + counter + "/help");
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
    UUID before =
        helps.insert(of, new AskForHelp.Agreed(possible, Text.of("同意", "I agree"), null, null));
    lin.person.form(visit + "/end", Map.of());
    assertThat(drafts.find(of.id())).isEmpty();
    assertThat(helps.find(before).orElseThrow().why()).isEqualTo(DraftHelp.End.DROPPED);
  }

  @Test
  void aDraftThatIsDroppedOrForgottenTakesAllWithIt() {
    String help = steps.asked();
    mei.person.form(draft + "/drop", Map.of());
    assertThat(lin.person.get(help).status()).isEqualTo(403);
    assertThat(steps.entries(help).getLast().fact("why")).isEqualTo("DROPPED");
    meiFillsIn();
    String later = steps.asked();
    time.at(
        time.instant().plus(DraftStore.KEPT).plus(Duration.ofDays(1)),
        () -> {
          forgotten.drop();
          return null;
        });
    assertThat(drafts.find(UUID.fromString(draft.substring("/drafts/".length())))).isEmpty();
    assertThat(lin.person.get(later).status()).isEqualTo(403);
    Entry ended = steps.entries(later).getLast();
    assertThat(ended.fact("why")).isEqualTo("DROPPED");
    assertThat(ended.actor().account()).as("the program did").isNull();
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
}
