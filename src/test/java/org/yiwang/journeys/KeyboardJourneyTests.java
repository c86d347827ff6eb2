package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** A report and its handling with the keyboard alone: no click, no pointing. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class KeyboardJourneyTests {
  private static final int MOST_STEPS = 80;

  /** What has the focus, whether the reader can see that, and where on the page it stands. */
  private static final String FOCUS =
      """
      () => {
        const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
        const seen = e.matches(':focus-visible') && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return seen && inside;
      }""";

  @LocalServerPort int port;

  @Test
  void aProblemGoesAllTheWayByKeyboard() {
    String number = reported();
    try (Browser worker = signedIn("grid-siping")) {
      act(worker, number, "confirm");
    }
    try (Browser duty = signedIn("duty")) {
      act(duty, number, "file");
      dispatch(duty, number);
    }
    try (Browser handler = signedIn("handle-greening")) {
      act(handler, number, "accept");
      reportDone(handler, number);
    }
    try (Browser verifier = signedIn("verify-siping")) {
      act(verifier, number, "pass");
    }
    rate(number);
  }

  /** To a unit that has somebody in the demo, chosen with the arrow keys. */
  private static void dispatch(Browser duty, String number) {
    Page page = duty.open("/cases/" + number);
    tabTo(page, "#do-dispatch select[name=unit]");
    Locator unit = page.locator("#do-dispatch select[name=unit]");
    for (int i = 0; i < MOST_STEPS && !unit.inputValue().equals("greening"); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(unit).hasValue("greening");
    send(page, "dispatch");
  }

  private static void reportDone(Browser handler, String number) {
    Page page = handler.open("/cases/" + number);
    page.onFileChooser(chooser -> {}); // choosers are caught from here on, not from Enter on
    tabTo(page, "#do-done input[type=file]");
    page.waitForFileChooser(() -> page.keyboard().press("Enter")).setFiles(Reporting.photo());
    tabTo(page, "#do-done textarea");
    page.keyboard().type("灯泡已更换");
    send(page, "done");
  }

  private void rate(String number) {
    try (Browser resident = visiting()) {
      Page page = resident.open("/requests/lookup");
      tabTo(page, "[name=number]");
      page.keyboard().type(number);
      tabTo(page, "[name=code]");
      page.keyboard().type("8000");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      tabTo(page, "input[name=rating]");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("input[name=rating][value='4']")).isChecked();
      tabTo(page, "main form:has([name=rating]) button");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.locator(".line")).containsText("4 分（满分 5 分）");
      assertThat(page.locator("input[name=rating]")).hasCount(0);
    }
  }

  private String reported() {
    try (Browser resident = visiting()) {
      Page page = resident.open("/report");
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      tabTo(page, "[name=text]");
      page.keyboard().type("路灯不亮，晚上很黑");
      page.locator("input[name=category]").first().waitFor();
      tabTo(page, "input[name=category]");
      page.keyboard().press("Space");
      onward(page, "**/report/where**");
      tabTo(page, "[name=q]");
      page.keyboard().type("同济大学");
      page.locator(".suggestions li").first().waitFor();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForLoadState();
      while (!page.url().contains("/report/photos")) {
        onward(page, "**/report/**");
      }
      onward(page, "**/report/contact");
      tabTo(page, "[name=phone]");
      page.keyboard().type("13900008000");
      onward(page, "**/report/check");
      onward(page, "**/report/done/**");
      return page.url().replaceAll(".*/report/done/([^?]+).*", "$1");
    }
  }

  private static void act(Browser officer, String number, String action) {
    Page page = officer.open("/cases/" + number);
    send(page, action);
  }

  private static void send(Page page, String action) {
    tabTo(page, "#do-" + action + " form button.btn");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*done=" + action));
  }

  private static void onward(Page page, String to) {
    tabTo(page, "main form button.big");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    page.waitForURL(to);
  }

  private Browser visiting() {
    return Browser.visiting("http://127.0.0.1:" + port, Screen.DESKTOP);
  }

  private Browser signedIn(String account) {
    Browser browser = visiting();
    Page page = browser.open("/sign-in");
    tabTo(page, "[name=login]");
    page.keyboard().type(account);
    page.keyboard().press("Tab");
    page.keyboard().type("yiwang-demo");
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return browser;
  }

  /** Presses Tab until it is there; on the way every stop is visible and none is higher up. */
  private static void tabTo(Page page, String selector) {
    page.locator(selector).first().waitFor();
    for (int i = 0; i < MOST_STEPS; i++) {
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      Object before = page.evaluateHandle("document.activeElement");
      page.keyboard().press("Tab");
      assertThat((boolean) page.evaluate(FOCUS))
          .as("focus seen: %s on %s", page.evaluate("document.activeElement.outerHTML"), page.url())
          .isTrue();
      assertThat(
              (boolean)
                  page.evaluate(
                      "b => b === document.body || !!(b.compareDocumentPosition(document.activeElement) & 4)",
                      before))
          .as("focus goes on in reading order on " + page.url())
          .isTrue();
    }
    throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
  }
}
