package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.submission.Applicant.Application;

/** A photo is asked for again, and another one is sent from a telephone, without script. */
@Tag("journey")
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=500"
    })
class FileSupplementJourneyTests {
  private static final FilePayload NEW =
      new FilePayload("keyhole-by-daylight.png", "image/png", FileQuestionTests.picture());

  @LocalServerPort private int port;
  private Application sent;

  @BeforeEach
  void asked() {
    sent = FileSteps.sent(new Applicant(port, "mei"), "/apply/room-key");
    FileSteps.asked(new Applicant(port, "lin"), sent.number());
  }

  @Test
  void withoutScriptOnAPhone() {
    supplied(Browser.withoutScript(address(), Screen.PHONE), "zh");
  }

  @Test
  void inEnglishOnTheNarrowestScreenInElderMode() {
    supplied(Browser.visiting(address(), Screen.NARROWEST).mode("elder"), "en");
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  private void supplied(Browser phone, String language) {
    try (Browser browser = phone.language(language)) {
      signIn(browser, "mei");
      Page page = browser.open(sent.href() + "/" + sent.number() + "/supplement");
      look(browser, language, "1-asked");
      page.locator("[name='door_photo-remove']").check();
      page.locator("[name=door_photo]").setInputFiles(NEW);
      page.locator("[name=post_address]").fill("");
      page.locator("button.big").click();
      assertThat(page.locator("main")).containsText("keyhole-by-daylight.png");
      assertThat(page.locator("[name='door_photo-remove'][type=checkbox]")).isChecked();
      look(browser, language, "2-kept");
      page.locator("[name=post_address]").fill("河边路 3 号 2 幢");
      page.locator("button.big").click();
      assertThat(page).hasURL(address() + sent.href());
    }
    try (Browser desk = Browser.visiting(address(), Screen.DESKTOP).language(language)) {
      signIn(desk, "lin");
      Page page = desk.open("/cases/" + sent.number());
      assertThat(page.locator("main")).containsText("keyhole-by-daylight.png");
      look(desk, language, "3-officer");
    }
  }

  private static void signIn(Browser browser, String login) {
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(login);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("form[action='/sign-in'] button").click();
  }

  private static void look(Browser browser, String language, String what) {
    String name = "file-supplement-" + language + "-" + what;
    if (language.equals("en")) {
      browser.look(name);
    } else {
      browser.shot(name); // nothing can be measured without script
    }
  }
}
