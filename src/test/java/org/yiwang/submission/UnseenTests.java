package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** Nobody signs what they have not read, and nobody is asked for what is not said. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class UnseenTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  @LocalServerPort private int port;

  private static String seen(Answer check) {
    return Applicant.found(Pattern.compile("name=\"draft-version\" value=\"(\\d+)\""), check.body())
        .replaceAll("\\D", "");
  }

  private static String begun(Applicant applicant) {
    String draft = Applicant.found(DRAFT, applicant.person.get("/apply/room-key").body());
    answered(applicant, draft, "河边路 3 号");
    applicant.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    return draft;
  }

  private static void answered(Applicant applicant, String draft, String address) {
    applicant.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", address, "hours", "morning"));
  }

  @Test
  void whatChangedElsewhereAfterItWasReadIsReadAgainBeforeItIsSent() {
    Applicant mei = new Applicant(port, "mei");
    Applicant elsewhere = new Applicant(port, "mei");
    String draft = begun(mei);
    String read = seen(mei.person.get(draft + "/check"));
    answered(elsewhere, draft, "河边路 9 号");
    Answer refused =
        mei.person.form(draft + "/check", Map.of("confirm", "yes", "draft-version", read));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.words()).contains("在别处又改过", "河边路 9 号").doesNotContain("河边路 3 号");
    Answer sent =
        mei.person.form(draft + "/check", Map.of("confirm", "yes", "draft-version", seen(refused)));
    assertThat(sent.words()).contains("已提交");
  }

  @Test
  void nobodyIsAskedForWhatIsNotSaid() {
    Applicant tao = new Applicant(port, "tao");
    Applicant.Application sent = tao.apply(Applicant.ALL_LATER_OR_PROMISED);
    String number = sent.number();
    Applicant office = new Applicant(port, "lin");
    String page = office.person.get("/cases/" + number).body();
    assertThat(page)
        .contains("href=\"/cases/" + number + "/supplement\"")
        .doesNotContain("/do/supplement");
    Answer empty = office.does(number, "supplement", "缺点什么");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("没有写要补正什么");
    String own = sent.href() + "/" + number + "/supplement";
    assertThat(tao.person.get(own).status()).isEqualTo(404);
    assertThat(tao.person.form(own, Map.of()).status()).isEqualTo(404);
  }
}
