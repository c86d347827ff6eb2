package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/**
 * In a browser that runs no script: a residence permit asked for with an uploaded paper, looked at
 * and withdrawn; a credential presented from the wallet, and checked by whoever was shown it.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class WithoutScriptJourneyTests {
  private static final int MOST_PAGES = 12;
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("applicant_phone", "10000000052");
    ANSWERS.put("here_since", "2025-03-01");
    ANSWERS.put("home_address", "抚顺路（虚构）88号404室");
    ANSWERS.put("housing", "rented");
    ANSWERS.put("lease_until", "2099-02-28");
    ANSWERS.put("reason", "work");
    ANSWERS.put("employer", "某咖啡店（虚构）");
  }

  @LocalServerPort int port;

  @Test
  void aPermitIsAskedForWithAnUploadedPaperLookedAtAndWithdrawn() {
    try (Browser resident = signedIn("wu")) {
      Page page = resident.open("/matters?q=居住证");
      page.locator("main a[href='/matters/residence-permit']").first().click();
      page.locator("main a.btn.big").click();
      assertEquals("吴海涛", page.locator("[name=applicant_name]").inputValue());
      filledIn(page);
      resident.shot("no-script-1-evidence");
      uploaded(page);
      assertThat(page.locator("main")).containsText("抚顺路（虚构）88号404室");
      assertThat(page.locator("main")).containsText("某咖啡店（虚构）");
      page.locator("[name=confirm]").check();
      resident.shot("no-script-2-check");
      next(page);
      assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+\\?sent=yes"));
      resident.open("/applications");
      page.locator("main .requests a").first().click();
      assertThat(page.locator("main")).containsText("已提交");
      resident.shot("no-script-3-application");
      withdrawn(page);
    }
  }

  private static void filledIn(Page page) {
    for (int i = 0; i < MOST_PAGES && page.url().contains("/parts/"); i++) {
      ANSWERS.forEach((name, answer) -> answer(page, name, answer));
      next(page);
    }
    assertThat(page).hasURL(Pattern.compile(".*/evidence"));
  }

  private static void answer(Page page, String name, String answer) {
    Locator field = page.locator("main form [name='" + name + "']");
    if (field.count() > 1) {
      page.locator("main form [name='" + name + "'][value='" + answer + "']").check();
    } else if (field.count() == 1 && field.inputValue().isEmpty()) {
      field.fill(answer);
    }
  }

  /** Sent without its file first: it is asked for, and what was chosen is kept. */
  private static void uploaded(Page page) {
    page.locator("[name=way-home-proof][value=upload]").check();
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/evidence"));
    assertThat(page.locator("[name=way-home-proof][value=upload]")).isChecked();
    page.locator("[name=file-home-proof]").setInputFiles(Reporting.photo());
    page.locator("[name=way-work-proof][value=later]").check();
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/check"));
  }

  private static void withdrawn(Page page) {
    Locator form = page.locator("main form:has([name=action][value=withdraw])");
    if (!form.locator("button").isVisible()) {
      page.locator("main details:has([name=action][value=withdraw]) > summary").click();
    }
    form.locator("button").click();
    page.waitForLoadState();
    assertThat(page.locator("main")).containsText("已撤回");
  }

  @Test
  void aCredentialIsPresentedCheckedOnceAndNotTwice() {
    String code;
    try (Browser holder = signedIn("chen")) {
      Page page = holder.open("/wallet");
      page.locator("main .requests a:has-text('居民身份证')").click();
      page.locator("main a[href$='/present']").click();
      page.locator("[name=claims]").first().check();
      page.locator("[name=other]").fill("某医院（虚构）");
      page.locator("[name=purpose]").fill("挂号登记");
      page.locator("main form button.btn").click();
      assertThat(page.locator("h1")).containsText("某医院（虚构）");
      code = page.locator("b.code").innerText();
      holder.shot("no-script-4-presentation");
    }
    try (Browser recipient = Browser.withoutScript(address(), Screen.PHONE)) {
      Page page = checked(recipient, code);
      page.locator("main form button.btn").click(); // "We are …: use it once"
      assertThat(page.locator("main dl")).containsText("陈雨桐");
      recipient.shot("no-script-5-verdict");
      page = checked(recipient, code);
      assertThat(page.locator("main")).not().containsText("陈雨桐");
      assertThat(page.locator("main form")).hasCount(0);
    }
  }

  private static Page checked(Browser recipient, String code) {
    Page page = recipient.open("/verify");
    page.locator("[name=token]").fill(code);
    page.locator("main form:has([name=token]) button.btn").click();
    page.waitForLoadState();
    return page;
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  private Browser signedIn(String account) {
    Browser browser = Browser.withoutScript(address(), Screen.PHONE);
    Reporting.signIn(browser, account);
    return browser;
  }
}
