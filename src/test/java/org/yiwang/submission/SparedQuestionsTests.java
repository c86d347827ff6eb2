package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.SparedQuestions.Spared;

/**
 * What each matter spared in questions, as counted by hand on the three forms of the bundle. Its
 * program is its own, so that the figures of the page are those of these two applications.
 */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.submission.tick=PT71M"})
class SparedQuestionsTests {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;

  /**
   * The family doctor's form has 8 questions: name, number and date of birth come from the identity
   * card, the telephone from the file. The screening's has 13, of which the 4 about the applicant
   * were asked already. The drugs' has 7, of which 3 about the applicant and 2 about the diagnosis
   * were asked already.
   *
   * <p>The screening alone, without a diagnosis: 13, of which 3 come from the card and 1 from the
   * file, and which diagnosis it is need not be asked.
   */
  @Test
  void eachMatterOfABundleAndAMatterAlone() {
    TwoDiseases two = new TwoDiseases(port);
    two.send(two.papersGiven(two.filledIn()));
    assertThat(spared(two.page()))
        .isEqualTo(
            Map.of(
                "family-doctor", new Spared(8, 4, 0),
                "disease-screening", new Spared(13, 0, 4),
                "two-disease-drugs", new Spared(7, 0, 5)));
    assertThat(spared(screeningAlone(two.li)))
        .isEqualTo(Map.of("disease-screening", new Spared(13, 4, 1)));
    shown(two.li);
  }

  /** Asked for twice, in the bundle and alone: 26 questions, 4 filled in, 4 and 1 not asked. */
  private void shown(Applicant reader) {
    Answer zh = reader.person.page("/matters/figures", "zh");
    assertThat(row(zh, "家庭医生签约")).containsExactly("1", "8", "50.0%", "0.0%");
    assertThat(row(zh, "高血压糖尿病筛查")).containsExactly("2", "26", "15.4%", "19.2%");
    assertThat(row(zh, "两病门诊用药保障")).containsExactly("1", "7", "0.0%", "71.4%");
    assertThat(zh.words()).contains("已替填好", "不用问", "每一项都按它自己的表数");
    Answer en = reader.person.page("/matters/figures", "en");
    assertThat(row(en, "Screening for high blood pressure and diabetes"))
        .containsExactly("2", "26", "15.4%", "19.2%");
    assertThat(en.words()).contains("Filled in", "Not asked", "counted by its own form");
  }

  private Map<String, Spared> spared(String page) {
    Map<String, Spared> spared = new HashMap<>();
    sql.sql(
            "select matter, questions, prefilled, avoided from submission_part where submission = ?")
        .param(UUID.fromString(page.substring("/applications/".length())))
        .query(
            (row, number) ->
                spared.put(
                    row.getString(1), new Spared(row.getInt(2), row.getInt(3), row.getInt(4))))
        .list();
    return spared;
  }

  private static String screeningAlone(Applicant li) {
    Map<String, String> answers = new HashMap<>(TwoDiseases.ANSWERS);
    answers.put("diagnosed", "no");
    Answer answer = li.person.get("/apply/disease-screening");
    for (int pages = 0; answer.path().contains("/parts/") && pages < 12; pages++) {
      answer = li.person.form(answer.path(), answers);
    }
    answer =
        li.person.form(answer.path(), Map.of("way-identity", "fetch", "way-doctor-signed", "none"));
    assertThat(answer.path()).as(answer.shortly()).endsWith("/check");
    Answer sent = li.person.form(answer.path(), Map.of("confirm", "yes"));
    return Applicant.found(TwoDiseases.APPLICATION, sent.path());
  }

  /** The figures in the row of a matter, in the table of questions that were spared. */
  private static List<String> row(Answer page, String matter) {
    String table = page.body().substring(page.body().indexOf("id=\"spared\""));
    String row = table.substring(table.indexOf("<b>" + matter + "</b>"));
    row = row.substring(0, row.indexOf("</tr>"));
    return Pattern.compile("class=\"number\">(?:<[^>]*>)*([^<]*)")
        .matcher(row)
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }
}
