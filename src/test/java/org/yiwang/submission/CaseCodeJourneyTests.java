package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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

  /** Asked for an answer and a paper, she sends both from her telephone, and asks who looked. */
  @Test
  void whatIsAskedForIsSentWithoutAnotherTrip() {
    Applicant lin = new Applicant(port, "lin");
    String number = CounterSteps.takenIn(lin, "M-00780002");
    String code = new CodeSteps(port, lin, store).code(number);
    CounterSteps.asked(lin, number);
    try (Browser holder = Browser.visiting(address(), Screen.PHONE).language("en")) {
      supplies(holder, number, code, "en");
    }
    try (Browser holder =
        Browser.withoutScript(address(), Screen.PHONE).language("zh").mode("elder")) {
      Page page = supplies(holder, number, code, "zh");
      page.locator("[name='file-deposit']").setInputFiles(PICTURE);
      page.locator("[name=post_address]").fill("河边路 5 号 2 幢");
      page.locator("form[action$='/supplement'] button.big").click();
      assertThat(page.locator("main")).containsText("已提交");
      page.locator("[name='file-portrait']").setInputFiles(PICTURE);
      page.locator("form[action$='/papers/portrait'] button").click();
      assertThat(page.locator("main")).containsText("已补交");
      holder.shot("case-code-zh-8-handed-in");
      page.locator("form[action$='/why'] button").first().click();
      assertThat(page.locator("main")).containsText("已立为询问办件");
      holder.shot("case-code-zh-9-asked-why");
    }
    try (Browser holder = Browser.visiting(address(), Screen.NARROWEST).language("en")) {
      Page page = opened(holder, number, code);
      assertThat(page.locator("main")).containsText("You asked why");
      holder.look("case-code-en-9-asked-why");
    }
  }

  /** On a shared computer the next one presses Back, and then Forward. */
  @Test
  void onceItIsClosedBackShowsNothingOfIt() {
    Applicant lin = new Applicant(port, "lin");
    String number = CounterSteps.takenIn(lin, "M-00780003");
    String code = new CodeSteps(port, lin, store).code(number);
    try (Browser holder = Browser.visiting(address(), Screen.DESKTOP).language("zh")) {
      Page page = opened(holder, number, code);
      assertThat(page.locator("main")).containsText(number);
      String there = page.url();
      page.locator("form[action='/follow/close'] button").click();
      assertThat(page).hasURL(address() + "/follow");
      page.goBack();
      assertThat(page.locator("main")).not().containsText(number);
      assertThat(page.locator("main")).not().containsText("阅览室钥匙");
      assertThat(page.locator("[name=code]")).hasValue("");
      page.navigate(there);
      assertThat(page).hasURL(address() + "/follow");
    }
  }

  private static final FilePayload PICTURE =
      new FilePayload("receipt.png", "image/png", Applicant.PNG);

  /** Up to what is refused, since something is missing. */
  private static Page supplies(Browser holder, String number, String code, String language) {
    Page page = opened(holder, number, code);
    seen(holder, language, "5-asked");
    page.locator("a[href$='/supplement']").click();
    assertThat(page.locator("[name=post_address]")).hasValue("河边路 5 号");
    seen(holder, language, "6-supplement");
    page.locator("[name=post_address]").fill("");
    page.locator("form[action$='/supplement'] button.big").click();
    assertThat(page.locator("main")).containsText("请交押金收据");
    assertThat(page.locator(".summary").first()).isVisible();
    seen(holder, language, "7-missing");
    return page;
  }

  private static Page opened(Browser holder, String number, String code) {
    Page page = holder.open("/follow");
    page.locator("[name=number]").fill(number);
    page.locator("[name=code]").fill(code);
    page.locator("form[action='/follow'] button").click();
    return page;
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
