package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** One form, several offices: only the one that was chosen sees, and only what its matter asks. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class DraftHelpUnitsTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");

  @LocalServerPort private int port;

  @Test
  void ofABundleTheApplicantChoosesWhichOfficeIsAsked() {
    Applicant zhou = new Applicant(port, "zhou");
    String draft = Applicant.found(DRAFT, zhou.person.get("/apply/bundles/open-firm").body());
    Answer page = zhou.person.get(draft + "/help");
    assertThat(page.words())
        .contains("问哪个单位", "区市场监管局", "区公安分局", "区税务局")
        .contains("我同意我选的单位里能办理这件事的工作人员");
    assertThat(page.body()).containsPattern("value=\"company-registration@[a-z-]+\"[^>]*checked");
    Map<String, String> asked = new HashMap<>(Map.of("words", "要刻几枚章？", "agree", "yes"));
    assertThat(zhou.person.form(draft + "/help", asked).words()).contains("还没有选问哪个单位");
    asked.put("asked", "elder-allowance@civil-affairs");
    assertThat(zhou.person.form(draft + "/help", asked).status()).as("never read").isEqualTo(409);
    asked.put("at", "parts/owners");
    asked.put("asked", Applicant.found(Pattern.compile("seal-filing@[a-z-]+"), page.body()));
    Answer sent = zhou.person.form(draft + "/help", asked);
    assertThat(sent.words())
        .contains("已发给区公安分局")
        .as("kept by the name of the one that was chosen")
        .contains("我同意区公安分局里能办理这件事的工作人员")
        .doesNotContain("我选的单位");
    Applicant police = new Applicant(port, "approve-police");
    String help = Applicant.found(HELP, police.person.get("/help").body());
    Answer seen = police.person.get(help);
    assertThat(seen.words())
        .contains("印章刻制备案", "要刻几枚章")
        .contains("一件事开办企业一件事")
        .contains("从哪一页来问谁出钱（您这里不显示）");
    assertThat(seen.body()).contains("href=\"/bundles/open-firm\"");
    assertThat(seen.body()).as("what only the market office asks").doesNotContain("注册资本");
    assertThat(
            police
                .person
                .form(help, Map.of("words", "看", "question", "registered_capital"))
                .words())
        .contains("草稿里现在没有问这一项");
    for (String other : List.of("approve-market", "approve-tax", "window", "duty")) {
      assertThat(new Applicant(port, other).person.get(help).status()).as(other).isEqualTo(404);
    }
    zhou.person.form(draft + "/drop", Map.of());
    assertThat(police.person.get(help).status()).isEqualTo(403);
  }

  @Test
  void whatWasAgreedToForOneOfficeIsNotKeptForAnother() {
    Applicant wang = new Applicant(port, "wang");
    String draft = Applicant.found(DRAFT, wang.person.get("/apply/elder-allowance").body());
    wang.person.form(draft + "/parts/residence", Map.of("street", "310110009"));
    Answer read = wang.person.get(draft + "/help");
    assertThat(read.words()).contains("我同意四平路街道里能办理这件事的工作人员");
    Map<String, String> asked = new HashMap<>(Map.of("words", "卡号写哪张？", "agree", "yes"));
    asked.put("asked", "elder-allowance@street-310110009");
    assertThat(read.body()).contains("name=\"asked\" value=\"" + asked.get("asked") + "\"");
    wang.person.form(draft + "/parts/residence", Map.of("street", "310110019"));
    Answer refused = wang.person.form(draft + "/help", asked);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.words()).contains("您的问题还没有发出").contains("我同意五角场街道里");
    assertThat(refused.body())
        .contains("卡号写哪张？</textarea>")
        .contains("value=\"elder-allowance@street-310110019\"")
        .as("the tick is gone")
        .doesNotContainPattern("name=\"agree\"[^>]*checked");
    for (String office : List.of("approve-siping", "approve-wujiaochang")) {
      assertThat(new Applicant(port, office).person.get("/help").words()).contains("没有人在等");
    }
    asked.put("asked", "elder-allowance@street-310110019");
    assertThat(wang.person.form(draft + "/help", asked).words()).contains("我同意五角场街道里能办理这件事的工作人员");
    wang.person.form(draft + "/drop", Map.of());
  }
}
