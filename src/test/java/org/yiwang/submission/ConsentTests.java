package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/**
 * Consent to fetching a credential names who reads what of it, what for, once and how long; and
 * what is written down for its holder is just that, for each unit.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class ConsentTests {
  @LocalServerPort private int port;

  @Test
  void eachUnitIsNamedAndEachUseIsWrittenDown() {
    TwoDiseases two = new TwoDiseases(port);
    Answer evidence = two.filledIn();
    assertThat(evidence.words())
        .contains("居民身份证，只给区卫健委看：姓名、")
        .contains("；给区医保局看：姓名、")
        .contains("只用于“两病筛查一件事”，每个单位只用一次", "授权从提交起 5 分钟内有效，用过即失效");
    Answer check = two.papersGiven(evidence);
    assertThat(check.words())
        .contains("同意调取证照")
        .containsPattern("给 区卫健委：姓名、[^给]*出生")
        .containsPattern("给 区医保局：姓名、[^给出]*只用于")
        .contains("只用于“两病筛查一件事”，每个单位只用一次", "5 分钟内有效");
    assertThat(two.li.person.page(check.path(), "en").words())
        .contains("Consent to fetching credentials")
        .contains("once by each unit", "counts for 5 minutes from sending and ends when used");
    assertThat(wallet(two).words()).as("nothing is used before").contains("还没有出示过");

    two.send(check);

    Answer wallet = wallet(two);
    assertThat(wallet.words())
        .containsPattern("区卫健委 已使用 给对方看：[^·]*出生[^·]*两病筛查一件事 ·")
        .containsPattern("区医保局 已使用 给对方看：[^·出]*两病筛查一件事 ·");
    assertThat(Pattern.compile("href=\"/wallet/presentations/").matcher(wallet.body()).results())
        .as("one for each unit, none beside")
        .hasSize(2);
  }

  @Test
  void aSingleMatterNamesItsUnit() {
    Applicant wang = new Applicant(port, "wang");
    String draft =
        Applicant.found(
            Pattern.compile("/drafts/[0-9a-f-]{36}"),
            wang.person.get("/apply/elder-allowance").body());
    wang.person.form(draft + "/parts/residence", Map.of("street", "310110009"));
    assertThat(wang.person.get(draft + "/evidence").words())
        .as("the street's office receives it, not the bureau")
        .containsPattern("只给四平路街道[^看]*看：")
        .contains("只用于“");
    wang.person.form(draft + "/drop", Map.of());
  }

  private static Answer wallet(TwoDiseases two) {
    String card =
        Applicant.found(
            Pattern.compile("(?<=href=\")/wallet/[0-9a-f-]{36}(?=\"><b>居民身份证)"),
            two.li.person.get("/wallet").body());
    return two.li.person.get(card);
  }
}
