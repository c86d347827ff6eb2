package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** Somebody without an account is given a slip at the counter and follows by it, without script. */
@Tag("journey")
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class CaseCodeJourneyTests {
  @LocalServerPort private int port;
  @Autowired private SubmissionStore store;

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  @Test
  void fromTheSlipToTheWithdrawal() {
    String number = CounterSteps.takenIn(new Applicant(port, "lin"), "M-00780001");
    String code;
    try (Browser window = Browser.withoutScript(address(), Screen.DESKTOP).language("zh")) {
      code = slip(window, number);
    }
    try (Browser holder = Browser.visiting(address(), Screen.PHONE).language("en")) {
      opens(holder, number, code, "en");
    }
    try (Browser holder = Browser.visiting(address(), Screen.PHONE).language("en")) {
      scans(holder, number, code);
    }
    try (Browser holder = Browser.withoutScript(address(), Screen.DESKTOP).language("zh")) {
      Page page = opens(holder, number, code, "zh");
      page.locator("summary:has-text('撤回')").click();
      page.locator("form:has([value=withdraw]) button").click();
      assertThat(page.locator("main")).containsText("已撤回");
      holder.shot("case-code-zh-4-withdrawn");
    }
  }

  private String slip(Browser window, String number) {
    Page page = window.open("/sign-in");
    page.locator("[name=login]").fill("lin");
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    window.open("/window/" + store.findByCase(number).orElseThrow().visit());
    window.shot("case-code-zh-0-visit");
    page.locator("form[action$='/code'] button").click();
    assertThat(page.locator("main")).containsText(number);
    assertThat(page.locator("main svg.qr")).isVisible();
    window.shot("case-code-zh-1-slip");
    return page.locator("main b.whole").first().innerText();
  }

  /** The link of the slip fills in the form; the code then stands in no address. */
  private static void scans(Browser holder, String number, String code) {
    Page page = holder.open("/follow#number=" + number + "&code=" + code);
    assertThat(page.locator("[name=number]")).hasValue(number);
    assertThat(page.locator("[name=code]")).hasValue(code);
    assertThat(page).hasURL(Pattern.compile("/follow$"));
    holder.look("case-code-en-5-scanned");
    page.locator("form[action='/follow'] button").click();
    assertThat(page.locator("main")).containsText(number);
  }

  private static Page opens(Browser holder, String number, String code, String language) {
    Page page = holder.open("/requests/lookup");
    page.locator("main a[href='/follow']").click();
    page.locator("[name=number]").fill(number);
    page.locator("[name=code]").fill("2222");
    page.locator("form[action='/follow'] button").click();
    assertThat(page.locator("[name=number]")).hasValue(number);
    seen(holder, language, "2-wrong");
    page.locator("[name=code]").fill(code.toLowerCase(Locale.ROOT));
    page.locator("form[action='/follow'] button").click();
    assertThat(page.locator("main")).containsText(number);
    seen(holder, language, "3-opened");
    return page;
  }

  /** Axe is a script: where none runs, only the picture is kept. */
  private static void seen(Browser holder, String language, String what) {
    String name = "case-code-" + language + "-" + what;
    if (language.equals("en")) {
      holder.look(name);
    } else {
      holder.shot(name);
    }
  }
}
