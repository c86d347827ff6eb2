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
    assertThat(page.body()).containsPattern("value=\"company-registration\"[^>]*checked");
    Map<String, String> asked = new HashMap<>(Map.of("words", "要刻几枚章？", "agree", "yes"));
    asked.put("matter", "elder-allowance");
    assertThat(zhou.person.form(draft + "/help", asked).words()).contains("还没有选问哪个单位");
    asked.put("matter", "seal-filing");
    assertThat(zhou.person.form(draft + "/help", asked).words()).contains("已发给区公安分局");
    Applicant police = new Applicant(port, "approve-police");
    String help = Applicant.found(HELP, police.person.get("/help").body());
    Answer seen = police.person.get(help);
    assertThat(seen.words()).contains("印章刻制备案").contains("要刻几枚章");
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
}
