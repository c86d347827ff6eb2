package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/**
 * The whole loop 上报 → 核查 → 立案 → 派遣 → 处置 → 核实 → 结案 → 评价, walked in a browser by everybody who has a
 * part in it. The resident's browser runs no script.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class LoopJourneyTests {
  @LocalServerPort int port;

  @Test
  void aProblemIsReportedHandledCheckedAndRated() {
    String number = reported();
    confirmed(number, "grid-siping");
    filedAndDispatched(number);
    handled(number);
    verified(number);
    rated(number);
    seenByTheLeader(number);
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  private String reported() {
    try (Browser resident = Browser.withoutScript(address(), Screen.PHONE)) {
      Page page = Reporting.writeUntilCheck(resident, "路灯不亮，晚上很黑", "同济大学");
      glance(resident, "loop-1-check");
      page.locator("main form button", named("提交")).click();
      assertThat(page).hasURL(Pattern.compile(".*/report/done/.*"));
      glance(resident, "loop-2-done");
      return page.url().replaceAll(".*/report/done/([^?]+).*", "$1");
    }
  }

  private void confirmed(String number, String account) {
    try (Browser worker = signedIn(account, Screen.PHONE)) {
      Page page = worker.open("/desk");
      worker.look("loop-3-desk-phone");
      assertThat(page.locator("main")).containsText(number);
      page.locator("details:has(.map) > summary").click();
      page.locator(".map-frame.drawn").waitFor();
      assertThat(page.locator("data[data-href='/cases/" + number + "']")).hasCount(1);
      worker.look("loop-3-map-phone");
      page = worker.open("/cases/" + number);
      worker.look("loop-4-check-phone");
      act(page, "confirm", "现场看过，路灯不亮");
    }
  }

  private void filedAndDispatched(String number) {
    try (Browser duty = signedIn("duty", Screen.DESKTOP)) {
      duty.open("/desk?words=" + number);
      duty.look("loop-5-desk");
      Page page = duty.open("/cases/" + number);
      act(page, "file", "");
      assertEquals(
          1, page.locator("#do-dispatch select[name=unit] option[selected]").count(), "suggested");
      page.locator("#do-dispatch select[name=unit]").selectOption("greening");
      duty.look("loop-6-dispatch");
      act(page, "dispatch", "");
      assertThat(page.locator("main")).containsText("区绿化市容局");
    }
  }

  private void handled(String number) {
    try (Browser handler = signedIn("handle-greening", Screen.DESKTOP)) {
      Page page = handler.open("/cases/" + number);
      act(page, "accept", "");
      page.locator("#do-done input[type=file]").setInputFiles(Reporting.photo());
      act(page, "done", "灯泡已更换，亮灯正常");
      handler.look("loop-7-handled");
    }
  }

  private void verified(String number) {
    try (Browser verifier = signedIn("verify-siping", Screen.PHONE)) {
      Page page = verifier.open("/cases/" + number);
      verifier.look("loop-8-verify-phone");
      act(page, "pass", "");
      assertThat(page.locator("main")).containsText("结案");
    }
  }

  private void rated(String number) {
    try (Browser resident = Browser.withoutScript(address(), Screen.PHONE)) {
      Page page = resident.open("/requests/lookup");
      page.locator("[name=number]").fill(number);
      page.locator("[name=code]").fill("8000");
      page.locator("main form button").first().click();
      glance(resident, "loop-9-public");
      page.locator("input[name=rating][value='2']").check();
      page.locator("main form button", named("评价")).click();
      assertThat(page.locator("main")).containsText("回访");
    }
    try (Browser duty = signedIn("duty", Screen.DESKTOP)) {
      Page page = duty.open("/cases/" + number);
      act(page, "called", "已致电，居民表示理解");
      duty.look("loop-10-called");
    }
  }

  private void seenByTheLeader(String number) {
    try (Browser leader = signedIn("leader", Screen.DESKTOP)) {
      leader.open("/board");
      leader.look("loop-11-board");
      Page page = leader.open("/cases/" + number);
      assertEquals(0, page.locator(".case-act form").count(), "a leader reads and does not act");
    }
  }

  private Browser signedIn(String account, Screen screen) {
    Browser browser = Browser.visiting(address(), screen);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button", named("登录")).first().click();
    assertTrue(!page.url().contains("/sign-in"), () -> account + " stayed at " + page.url());
    return browser;
  }

  private static void act(Page page, String action, String note) {
    if (page.locator("#do-" + action + " details:not([open])").count() > 0) {
      page.locator("#do-" + action + " summary").click();
    }
    if (!note.isEmpty()) {
      page.locator("#do-" + action + " textarea[name=note]").fill(note);
    }
    page.locator("#do-" + action + " form button.btn").click();
    assertThat(page).hasURL(Pattern.compile(".*done=" + action));
  }

  private static Page.LocatorOptions named(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  /** Without script axe-core cannot run; the same pages are judged by it where script runs. */
  private static void glance(Browser browser, String name) {
    browser.shot(name);
    browser.fits();
  }
}
