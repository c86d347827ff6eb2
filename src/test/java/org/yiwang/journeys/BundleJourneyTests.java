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
 * A death in the family, from the start page of the bundle to the first credential, on a phone in
 * the elderly mode and on a desktop in English: rows of heirs, a wrong sum, papers fetched, four
 * matters of which three wait.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class BundleJourneyTests {
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("relation", "child");
    ANSWERS.put("applicant_phone", "10000000002");
    ANSWERS.put("dead_name", "李国富");
    ANSWERS.put("dead_id", "999999194207050010");
    ANSWERS.put("died", "2026-11-01");
    ANSWERS.put("died_where", "hospital");
    ANSWERS.put("hospital", "某医院（虚构）");
    ANSWERS.put("home_address", "上海市杨浦区阜新路（虚构）8号201室");
    ANSWERS.put("was_head", "no");
    ANSWERS.put("had_pension", "yes");
    ANSWERS.put("pension_paid_until", "2026-10-31");
    ANSWERS.put("heirs-1-name", "王秀兰");
    ANSWERS.put("heirs-1-relation", "spouse");
    ANSWERS.put("heirs-1-share", "60");
    ANSWERS.put("had_insurance", "no");
    ANSWERS.put("bank", "icbc");
    ANSWERS.put("bank_account", "6200000000000000026");
  }

  @LocalServerPort int port;

  @Test
  void aBundleIsAskedForAndItsFirstMatterGranted() {
    String application;
    try (Browser relative = signedIn("li", Screen.PHONE).mode("elder")) {
      Page page = relative.open("/bundles/passing");
      relative.look("bundle-1-start-phone-elder");
      page.locator("main a.btn.big").click();
      application = filledIn(relative, page);
    }
    try (Browser relative = signedIn("li", Screen.DESKTOP).language("en")) {
      relative.open("/bundles/passing");
      relative.look("bundle-1-start-desktop-en");
      Page page = relative.open(application);
      assertThat(page.locator("main")).containsText("Waiting");
      relative.look("bundle-6-waiting-desktop-en");
    }
    String number = taken(application);
    try (Browser approver = signedIn("approve-health", Screen.DESKTOP)) {
      approver.open("/cases/" + number).locator("#do-grant button").click();
      assertThat(approver.page()).hasURL(Pattern.compile(".*done=grant"));
    }
    try (Browser relative = signedIn("li", Screen.PHONE)) {
      Page page = relative.open(application);
      assertThat(page.locator("main")).containsText("3 项中已办好 1 项");
      relative.look("bundle-7-first-done-phone");
    }
  }

  private String filledIn(Browser relative, Page page) {
    for (int pages = 1; page.url().contains("/parts/"); pages++) {
      String before = page.url();
      answer(page);
      relative.look("bundle-2-part-" + pages);
      next(page);
      if (page.url().equals(before) && page.locator("#f-heirs-fault").count() > 0) {
        relative.look("bundle-3-shares-wrong");
        page.locator("[name='heirs-2-name']").fill("李敏");
        page.locator("[name='heirs-2-relation'][value=child]").check();
        page.locator("[name='heirs-2-share']").fill("40");
        next(page);
      }
    }
    relative.look("bundle-4-evidence");
    next(page);
    page.locator("[name=confirm]").check();
    relative.look("bundle-5-check");
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+\\?sent=yes"));
    relative.look("bundle-6-sent-phone-elder");
    assertEquals(3, page.locator("main section.card").count(), "no insurance, so three matters");
    return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
  }

  /** Answers what is on the page and not answered yet. */
  private static void answer(Page page) {
    ANSWERS.forEach(
        (name, answer) -> {
          Locator field = page.locator("main form [name='" + name + "']");
          if (field.count() > 1) {
            page.locator("main form [name='" + name + "'][value='" + answer + "']").check();
          } else if (field.count() == 1 && field.inputValue().isEmpty()) {
            field.fill(answer);
          }
        });
  }

  private String taken(String application) {
    String number;
    try (Browser relative = signedIn("li", Screen.PHONE)) {
      String words = relative.open(application).locator("main").innerText();
      number = words.replaceAll("(?s).*?编号 (\\S+).*", "$1");
    }
    try (Browser window = signedIn("window", Screen.DESKTOP)) {
      window.open("/cases/" + number).locator("#do-accept button").click();
      assertThat(window.page()).hasURL(Pattern.compile(".*done=accept"));
    }
    return number;
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
    return browser;
  }
}
