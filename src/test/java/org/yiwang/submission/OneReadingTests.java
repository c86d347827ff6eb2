package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.identity.AccessLog;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Each opening of a case page is a look; what is redrawn after one's own act belongs to it. */
@CounterTest
class OneReadingTests {
  @LocalServerPort private int port;
  @Autowired private AccessLog access;

  private Application sent;
  private Applicant lin;
  private String page;

  @BeforeEach
  void apply() {
    sent = new Applicant(port, "bo").apply(Applicant.ALL_LATER_OR_PROMISED);
    lin = new Applicant(port, "lin");
    page = "/cases/" + sent.number();
  }

  private int looks() {
    return access.listLooks("case:" + sent.number()).size();
  }

  private Answer accepts() {
    return lin.acts(page, page + "/do/accept", Map.of());
  }

  @Test
  void eachOpeningIsALook() {
    lin.person.get(page);
    lin.person.get(page);
    assertThat(looks()).isEqualTo(2);
    lin.person.get(page + "?done=accept");
    assertThat(looks()).as("nothing was done").isEqualTo(3);
  }

  @Test
  void thePageAfterOnesOwnActIsTheSameReading() {
    Answer redrawn = accepts();
    assertThat(redrawn.words()).contains("已办理，记入经过").contains("河边路 3 号");
    assertThat(looks()).isEqualTo(1);
    lin.person.get(page);
    assertThat(looks()).isEqualTo(2);
    lin.person.get(page + "?done=accept");
    assertThat(looks()).as("opened again since").isEqualTo(3);
  }

  @Test
  void theFormThatComesBackIsTheSameReadingAndWhatOthersDidIsNot() {
    lin.person.get(page);
    Answer back = lin.acts(page, page + "/do/supplement", Map.of("note", ""));
    assertThat(back.status()).isEqualTo(422);
    assertThat(looks()).as("acts() opened the page once more").isEqualTo(2);
    new Applicant(port, "una").does(sent.number(), "accept", "");
    Answer late = lin.person.form(page + "/do/accept", Map.of("version", "0"));
    assertThat(late.status()).isNotEqualTo(200);
    assertThat(looks()).as("shows what una did").isEqualTo(3);
  }

  @Test
  void aPaperIsALookOfItsOwn() {
    Person bo = new Applicant(port, "bo").person;
    bo.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    String paper = Applicant.found(Pattern.compile(page + "/papers/[0-9a-f-]{36}"), opened());
    assertThat(looks()).isEqualTo(1);
    assertThat(lin.person.get(paper).good()).isTrue();
    assertThat(looks()).isEqualTo(2);
    assertThat(bo.get("/file/looks").words()).contains("查看材料");
  }

  private String opened() {
    return lin.person.get(page).body();
  }

  @Test
  void whatIsMissingIsToldInTheReadersLanguage() {
    Answer done =
        lin.acts(
            page + "/supplement",
            page + "/supplement",
            Map.of("reason-field:post_address", "门牌写不清楚"));
    assertThat(done.words()).contains("1. 寄到哪里：门牌写不清楚");
    String english = lin.person.page(page, "en").words();
    assertThat(english).contains("1. Where it is sent: 门牌写不清楚").doesNotContain("寄到哪里");
  }
}
