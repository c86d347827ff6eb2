package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
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
 * 郑阿珍 (invented), who has no account, comes back to the counter: what is missing is supplied, and
 * in the end she withdraws. A firm without a file is received by its licence.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class CounterJourneyTests {
  @LocalServerPort int port;

  @Test
  void whoComesBackIsServedAtADeskInChinese() {
    comesBack(Screen.DESKTOP, "zh", "normal", "999999195107200047");
  }

  @Test
  void andOnAPhoneInEnglishAndInElderMode() {
    comesBack(Screen.PHONE, "en", "elder", "999999195211010067");
  }

  @Test
  void aFirmBeginsFromItsLicence() {
    firm(Screen.DESKTOP, "en", "normal");
    firm(Screen.PHONE, "zh", "elder");
  }

  private void firm(Screen screen, String language, String mode) {
    String shots = "again-firm-" + language + "-" + mode;
    try (Browser window = signedIn(screen, language, mode)) {
      Page page = window.open("/window");
      page.locator("[name=named]").fill("91310110MA9TEXT19W");
      page.locator("form[action='/window'] [name=purpose]").fill("来办食品经营许可");
      window.look(shots + "-1-counter");
      next(page);
      page.locator("form[action='/window/newcomer/begin'] button").click();
      assertEquals("91310110MA9TEXT19W", page.locator("[name=code]").inputValue());
      next(page);
      window.look(shots + "-2-faults");
      page.locator("[name=shown][value=representative]").check();
      page.locator("[name=firm]").fill("江湾测试（虚构）有限公司");
      page.locator("[name=name]").fill("王秀兰");
      page.locator("[name=number]").fill("999999194403080023");
      window.look(shots + "-3-form");
      next(page);
      assertThat(page).hasURL(Pattern.compile(".*/window/newcomer/firm"));
      assertEquals("江湾测试（虚构）有限公司", page.locator("[name=firm]").inputValue());
      window.open("/window/newcomer");
      page.locator("[name=document]").selectOption("passport");
      page.locator("[name=number]").fill("C01X00T47");
      next(page);
      window.look(shots + "-4-passport");
    }
  }

  private void comesBack(Screen screen, String language, String mode, String person) {
    String shots = "again-" + language + "-" + mode;
    try (Browser window = signedIn(screen, language, mode)) {
      String number = takenIn(window, person);
      Page page = window.open("/cases/" + number + "/supplement");
      page.locator("[name='reason-field:bank_account']").fill("请对照银行卡核对卡号");
      page.locator("[name='reason-evidence:account-proof']").fill("请交开户证明");
      page.locator("main form .btn").last().click();
      page = window.open("/window/again");
      next(page);
      window.look(shots + "-1-faults");
      page.locator("[name=number]").fill(number);
      page.locator("[name=identifier]").fill(person.substring(14));
      page.locator("[name=purpose]").fill("补正银行卡号");
      window.look(shots + "-2-form");
      next(page);
      page.locator("[name=shown][value=identity_card]").check();
      page.locator("[name=way][value=ticked]").check();
      window.look(shots + "-3-consent");
      next(page);
      assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+"));
      window.look(shots + "-4-application");
      page.locator("main a[href$='/supplement']").click();
      page.locator("[name=bank_account]").fill("6200000000000000018");
      window.look(shots + "-5-supplement");
      next(page);
      window.look(shots + "-6-refused");
      keptUntilRemoved(page, () -> window.look(shots + "-6-file"));
      page.locator("[name=file-account-proof]")
          .setInputFiles(
              new com.microsoft.playwright.options.FilePayload("scan.png", "image/png", scan()));
      page.locator("[name=bank_account]").fill("6200000000000000018");
      next(page);
      assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+"));
      page.locator("main a[href$='/correct']").click();
      window.look(shots + "-7-correct");
      page.goBack();
      page.locator("main details:has([name=action][value=withdraw]) summary").click();
      page.locator("main form:has([name=action][value=withdraw]) button").click();
      assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+"));
      window.look(shots + "-8-withdrawn");
      page.locator("main a[href^='/window/']").first().click();
      window.look(shots + "-9-visit");
      page.locator("form[action$='/end'] button").click();
      window.look(shots + "-10-list");
      window.open("/cases/" + number);
      window.look(shots + "-11-case");
    }
  }

  /**
   * A file that was chosen is named by the page that comes back, and goes only when it is told to.
   */
  private static void keptUntilRemoved(Page page, Runnable look) {
    page.locator("[name=file-account-proof]")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload("first.png", "image/png", scan()));
    page.locator("[name=bank_account]").fill("");
    next(page);
    assertThat(page.locator("main form")).containsText("first.png");
    look.run();
    page.locator("[name=bank_account]").press("Enter");
    page.waitForLoadState();
    assertThat(page.locator("main form")).containsText("first.png");
    page.locator("main form button[name=remove-file]").click();
    assertThat(page.locator("main form")).not().containsText("first.png");
  }

  private static byte[] scan() {
    return new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4};
  }

  private static String takenIn(Browser window, String person) {
    Page page = window.open("/window/newcomer");
    page.locator("[name=shown][value=identity_card]").check();
    page.locator("[name=name]").fill("郑阿珍");
    page.locator("[name=number]").fill(person);
    page.locator("[name=purpose]").fill("来办老年人综合津贴");
    next(page);
    page.locator("[name=target]").selectOption("matter:elder-allowance");
    next(page);
    page.locator("[name=way][value=ticked]").check();
    next(page);
    page.locator("[name=applicant_born]").fill("1948-06-15");
    page.locator("[name=applicant_phone]").fill("10000000301");
    next(page);
    page.locator("[name=registered_here][value=yes]").check();
    page.locator("[name=street]").selectOption("310110009");
    next(page);
    page.locator("[name=home_address]").fill("鞍山路（虚构）5号101室");
    next(page);
    page.locator("[name=bank][value=bosc]").check();
    page.locator("[name=bank_account]").fill("6200000000000000000");
    next(page);
    page.locator("[name=file-identity]")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload("card.png", "image/png", scan()));
    page.locator("[name=way-account-proof][value=promise]").check();
    next(page);
    page.locator("[name=confirm]").check();
    next(page);
    Matcher number = Pattern.compile("YP-\\d{8}-\\d+").matcher(page.locator("main").innerText());
    assertTrue(number.find(), () -> page.locator("main").innerText());
    return number.group();
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private Browser signedIn(Screen screen, String language, String mode) {
    Browser browser =
        Browser.visiting("http://127.0.0.1:" + port, screen).language(language).mode(mode);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill("window");
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    return browser;
  }
}
