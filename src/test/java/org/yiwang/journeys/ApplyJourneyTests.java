package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/**
 * An application from the start page to the credential: found in own words, prefilled from the
 * wallet, one paper fetched and one promised, sent back once for a single item, granted by another
 * officer.
 */
@Tag("journey")
@ProgramTest
// A program of its own: the allowance can be asked for once.
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.submission.tick=PT62M"})
class ApplyJourneyTests {
  @LocalServerPort int port;

  @Test
  void anAllowanceIsAskedForSuppliedGrantedAndHeld() {
    String application;
    String number;
    try (Browser resident = signedIn("wang", Screen.PHONE)) {
      application = applied(resident);
      number = numberIn(resident.open(application));
    }
    try (Browser window = signedIn("window", Screen.DESKTOP)) {
      assertThat(
              window.open("/desk").locator("main table a[href^='/cases/" + number + "']").first())
          .isVisible();
      askedForOneItem(window, number);
    }
    try (Browser resident = signedIn("wang", Screen.PHONE)) {
      supplied(resident, application, number);
    }
    try (Browser window = signedIn("window", Screen.DESKTOP)) {
      Page page = window.open("/cases/" + number);
      assertThat(page.locator("main")).not().containsText("6200000000000000018");
      page.locator("form[action$='/contact'] button").first().click();
      assertThat(page.locator("main")).containsText("6200000000000000018");
      window.look("apply-7-numbers-in-full");
      page.locator("#do-accept button").click();
      assertThat(page).hasURL(Pattern.compile(".*done=accept"));
    }
    try (Browser approver = signedIn("approve-siping", Screen.DESKTOP)) {
      Page page = approver.open("/cases/" + number);
      page.locator("#do-grant button").click();
      assertThat(page).hasURL(Pattern.compile(".*done=grant"));
    }
    try (Browser resident = signedIn("wang", Screen.PHONE)) {
      held(resident, application);
    }
  }

  private String applied(Browser resident) {
    Page page = resident.open("/matters?q=老人的钱");
    page.locator("main a[href='/matters/elder-allowance']").first().click();
    resident.look("apply-1-start");
    page.locator("main a.btn.big").click();
    // All about her is known: the first page that lacks an answer comes first.
    page.locator(".crumbs a").last().click();
    assertEquals("王秀兰", page.locator("[name=applicant_name]").inputValue());
    assertEquals("10000000001", page.locator("[name=applicant_phone]").inputValue());
    resident.look("apply-2-part");
    next(page);
    page.locator("[name=registered_here][value=yes]").check();
    next(page); // the answer leads to a further question, filled in from the identity card
    assertThat(page.locator("main")).containsText("这一页多了几问");
    assertEquals("上海市杨浦区阜新路（虚构）8号201室", page.locator("[name=home_address]").inputValue());
    next(page);
    page.locator("[name=bank][value=bosc]").check();
    page.locator("[name=bank_account]").fill("6200000000000000000");
    next(page);
    page.locator("[name=way-account-proof][value=promise]").check();
    resident.look("apply-3-evidence");
    next(page);
    next(page);
    assertThat(page.locator("main")).containsText("还没有确认");
    page.locator("[name=confirm]").check();
    resident.look("apply-4-check");
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+\\?sent=yes"));
    resident.look("apply-5-sent");
    return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
  }

  private void askedForOneItem(Browser window, String number) {
    window.open("/cases/" + number);
    window.look("apply-6-case");
    Page page = window.open("/cases/" + number + "/supplement");
    page.locator("[name='reason-field:bank_account']").fill("卡号少一位");
    window.look("apply-7-ask");
    page.locator("main form .btn").click();
    assertThat(page).hasURL(Pattern.compile(".*done=supplement"));
  }

  private void supplied(Browser resident, String application, String number) {
    Page page = resident.open(application);
    assertThat(page.locator("main")).containsText("请您补正");
    page = resident.open(application + "/" + number + "/supplement");
    assertThat(page.locator("main")).containsText("卡号少一位");
    assertEquals(
        1, page.locator("main form input.in[type=text]").count(), "only what is asked for");
    page.locator("[name=bank_account]").fill("6200000000000000018");
    resident.look("apply-8-supply");
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+$"));
  }

  private void held(Browser resident, String application) {
    Page page = resident.open(application);
    assertThat(page.locator("main")).containsText("已办好");
    resident.look("apply-9-granted");
    page.locator("main a[href^='/wallet/']").first().click();
    assertThat(page.locator("main")).containsText("王秀兰");
    resident.look("apply-10-credential");
    for (String language : List.of("zh", "en")) {
      page = resident.language(language).open("/apply/elder-allowance");
      assertThat(page.locator("main a[href='" + application + "']")).isVisible();
      resident.look("apply-11-already-" + language);
    }
  }

  private static String numberIn(Page page) {
    Matcher number = Pattern.compile("YP-\\d{8}-\\d+").matcher(page.locator("main").innerText());
    assertTrue(number.find(), "the application's page names the case");
    return number.group();
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private Browser signedIn(String account, Screen screen) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    assertFalse(page.url().contains("/sign-in"), account + " stayed");
    return browser;
  }
}
