package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** One person with two devices; and what a bundle says it saved once it was sent. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class OtherDeviceTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Map<String, String> READER =
      Map.of("reader_name", "小涛", "post_address", "河边路 33 号", "hours", "evening");

  @LocalServerPort int port;

  @Test
  void aDraftIsGoneOnWithOnAnotherDevice() {
    Applicant phone = new Applicant(port, "tao");
    String draft = Applicant.found(DRAFT, phone.person.get("/apply/room-key").body());
    phone.person.form(draft + "/parts/reader", READER);

    Applicant desktop = new Applicant(port, "tao");
    Answer list = desktop.person.page("/applications", "en");
    assertThat(list.words()).contains("Not finished", "Key to the reading room");
    assertThat(list.body()).contains("href=\"" + draft + "\"");
    Answer further = desktop.person.get(draft);
    assertThat(further.path()).as("the first page was answered").isEqualTo(draft + "/evidence");
    Answer part = desktop.person.get(draft + "/parts/reader");
    assertThat(part.body()).contains("河边路 33 号").containsPattern("value=\"evening\"[^>]*checked");

    desktop.person.form(draft + "/parts/reader", with("post_address", "河边路 34 号"));
    assertThat(phone.person.get(draft + "/check").words()).contains("河边路 34 号");
    desktop.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = desktop.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交");
    assertThat(phone.person.get(sent.path()).words()).contains("阅览室钥匙");
    assertThat(phone.person.get(draft).status()).as("nothing is left of the draft").isEqualTo(404);
  }

  @Test
  void nobodyElseGoesOnWithIt() {
    Applicant ada = new Applicant(port, "ada");
    String draft = Applicant.found(DRAFT, ada.person.get("/apply/room-key").body());
    ada.person.form(draft + "/parts/reader", READER);
    Applicant other = new Applicant(port, "bo");
    assertThat(other.person.get(draft + "/parts/reader").status()).isEqualTo(404);
    assertThat(other.person.get("/applications").body()).doesNotContain(draft);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> fields = new HashMap<>(READER);
    fields.put(name, value);
    return fields;
  }

  @Test
  void aBundleThatWasSentShowsWhatItSaved() {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.person.get("/apply/bundles/begin-circle").body());
    mei.person.form(draft + "/parts/circle", Map.of("founder_name", "小梅", "circle_name", "晚读会"));
    mei.person.form(draft + "/evidence", Map.of("way-founder-card", "fetch"));
    Answer sent = mei.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words())
        .contains("合成一件事办，省下了什么")
        .contains("6 个，分开办要 12 个")
        .as("both are asked for from home with a credential: no paper and no visit is saved")
        .doesNotContain("要上传的材料", "跑动")
        .as("one waits for the other: no day is saved, and none is shown")
        .doesNotContain("天数", "一项接一项");
    assertThat(sent.body()).as("at once when sent").containsPattern("<details[^>]* open");
    String application = sent.path().replaceFirst("\\?.*", "");
    assertThat(mei.person.page(application, "en").words())
        .contains("What asking for it all at once saves", "6 instead of 12");
    String single = new Applicant(port, "mei").apply(Applicant.ALL_LATER_OR_PROMISED).href();
    assertThat(mei.person.get(single).words()).doesNotContain("合成一件事办");
  }
}
