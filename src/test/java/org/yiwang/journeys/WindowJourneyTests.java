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
 * 王秀兰 has the allowance taken in at the counter, sees it and who looked under her own sign-in, is
 * asked from afar to put one answer right, and does.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class WindowJourneyTests {
  @LocalServerPort int port;

  @Test
  void takenInAtTheCounterAndMendedFromAfar() {
    String number;
    try (Browser window = signedIn("window", Screen.DESKTOP, "zh")) {
      number = takenIn(window);
    }
    String application;
    try (Browser resident = signedIn("wang", Screen.PHONE, "zh")) {
      application = seenByHer(resident, number);
      writes(resident, application, number);
    }
    try (Browser window = signedIn("window", Screen.DESKTOP, "en")) {
      asksToMend(window, number);
    }
    try (Browser resident = signedIn("wang", Screen.PHONE, "en")) {
      mends(resident, application, number);
    }
  }

  @Test
  void aFileBeginsAtTheCounterForSomebodyWithoutAny() {
    try (Browser window = signedIn("window", Screen.DESKTOP, "zh")) {
      newcomer(window, "999999194806150048", "newcomer");
    }
    try (Browser window = signedIn("window", Screen.PHONE, "en")) {
      newcomer(window, "99999919560101002X", "newcomer-phone");
    }
  }

  private static void newcomer(Browser window, String number, String shots) {
    Page page = window.open("/window");
    page.locator("[name=named]").fill(number);
    page.locator("form[action='/window'] [name=purpose]").fill("来办老年人综合津贴");
    next(page);
    window.look(shots + "-1-unknown");
    page.locator("form[action='/window/newcomer/begin'] button").click();
    assertEquals(number, page.locator("[name=number]").inputValue());
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/window/newcomer"));
    window.look(shots + "-2-faults");
    page.locator("[name=shown][value=identity_card]").check();
    page.locator("[name=name]").fill("郑阿珍");
    page.locator("[name=phone]").fill("10000000301");
    window.look(shots + "-3-form");
    next(page);
    assertThat(page.locator("h1")).containsText("郑**");
    page.locator("[name=target]").selectOption("matter:elder-allowance");
    next(page);
    assertThat(page.locator("[name=shown][value=identity_card]")).isChecked();
    page.locator("[name=way][value=ticked]").check();
    next(page);
    assertEquals("郑阿珍", page.locator("[name=applicant_name]").inputValue());
    assertEquals(number, page.locator("[name=applicant_id]").inputValue());
    window.look(shots + "-4-part");
  }

  private String takenIn(Browser window) {
    Page page = window.open("/window");
    page.locator("[name=named]").fill("王秀兰");
    next(page);
    window.look("window-1-refused");
    page.locator("[name=digits]").fill("0022");
    page.locator("form[action='/window'] [name=purpose]").fill("来办老年人综合津贴");
    next(page);
    assertThat(page.locator("h1")).containsText("王**");
    page.locator("[name=target]").selectOption("matter:elder-allowance");
    window.look("window-2-matter");
    next(page);
    page.locator("[name=shown][value=identity_card]").check();
    page.locator("[name=way][value=signed]").check();
    window.look("window-3-consent");
    next(page);
    page.locator(".crumbs a").last().click();
    assertEquals("王秀兰", page.locator("[name=applicant_name]").inputValue());
    window.look("window-4-part");
    filled(page);
    window.look("window-5-check");
    page.locator("[name=confirm]").check();
    next(page);
    assertThat(page.locator("main")).containsText("已替本人提交");
    window.look("window-6-sent");
    Matcher number = Pattern.compile("YP-\\d{8}-\\d+").matcher(page.locator("main").innerText());
    assertTrue(number.find());
    window.open("/window");
    window.look("window-7-list");
    return number.group();
  }

  private static void filled(Page page) {
    assertEquals("10000000001", page.locator("[name=applicant_phone]").inputValue());
    next(page);
    page.locator("[name=registered_here][value=yes]").check();
    next(page);
    next(page);
    page.locator("[name=bank][value=bosc]").check();
    page.locator("[name=bank_account]").fill("6200000000000000000");
    next(page);
    page.locator("[name=way-account-proof][value=promise]").check();
    next(page);
  }

  private String seenByHer(Browser resident, String number) {
    Page page = resident.open("/file/looks");
    assertThat(page.locator("main")).containsText("窗口接待：来办老年人综合津贴");
    resident.look("window-8-looks");
    page = resident.open("/applications");
    page.locator("main .requests a").first().click();
    assertThat(page.locator("main")).containsText(number);
    assertThat(page.locator("main")).containsText("在窗口代收");
    resident.look("window-9-hers");
    return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
  }

  private void writes(Browser resident, String application, String number) {
    Page page = resident.open(application + "/" + number + "/messages");
    page.locator("[name=words]").fill("卡号填错了怎么办？");
    resident.look("help-1-write");
    page.locator("main form .btn").click();
    assertThat(page.locator("main")).containsText("卡号填错了怎么办？");
  }

  private void asksToMend(Browser window, String number) {
    Page page = window.open("/window");
    page.locator("main a[href='/cases/" + number + "/messages']").click();
    page.locator("[name=words]").fill("卡号少一位，请对照卡面改 (one digit is missing)");
    page.locator("[name=question]").selectOption("bank_account");
    window.look("help-2-ask");
    page.locator("main form .btn").click();
    assertThat(page.locator("main")).containsText("Waiting for the applicant");
    window.look("help-3-asked");
  }

  private void mends(Browser resident, String application, String number) {
    Page page = resident.open(application);
    resident.look("help-4-application");
    page.locator("main a[href*='/mend/']").first().click();
    assertEquals(1, page.locator("main form .in").count(), "only what is asked for");
    page.locator("[name=bank_account]").fill("6200000000000000018");
    resident.look("help-5-mend");
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*" + number + "/messages"));
    assertThat(page.locator("main")).containsText("6200000000000000018");
    resident.look("help-6-mended");
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private Browser signedIn(String account, Screen screen, String language) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen).language(language);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    return browser;
  }
}
