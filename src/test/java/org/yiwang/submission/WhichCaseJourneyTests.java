package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;

/** Of somebody with several open cases an officer chooses for which one the file is opened. */
@Tag("journey")
@CounterTest
class WhichCaseJourneyTests {
  private static final Pattern FILE = Pattern.compile("/parties/[0-9a-f-]{36}");

  @LocalServerPort private int port;

  @Test
  void theCaseIsChosenAndTheFileOpens() {
    Applicant mei = new Applicant(port, "mei");
    mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    String number = mei.apply(Applicant.ALL_LATER_OR_PROMISED).number();
    Applicant lin = new Applicant(port, "lin");
    String file = Applicant.found(FILE, lin.person.get("/cases/" + number).body());
    choose(Screen.DESKTOP, "zh", file, number);
    choose(Screen.PHONE, "en", file, number);
  }

  private void choose(Screen screen, String language, String file, String number) {
    try (Browser officer = Browser.visiting("http://127.0.0.1:" + port, screen)) {
      officer.language(language);
      Page page = officer.open("/sign-in");
      page.locator("[name=login]").fill("lin");
      page.locator("[name=password]").fill("yiwang-demo");
      page.locator("main form button").first().click();
      page = officer.open(file);
      officer.look("which-case-" + language);
      page.locator("main a[href$='case=" + number + "']").click();
      assertThat(page.locator("h1")).containsText(language.equals("zh") ? "小梅" : "Mei");
      officer.look("which-case-" + language + "-file");
    }
  }
}
