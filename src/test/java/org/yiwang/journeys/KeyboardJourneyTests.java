package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** A report and its handling with the keyboard alone: no click, no pointing. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class KeyboardJourneyTests {
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
    Keys.tabTo(page, "#do-dispatch select[name=unit]");
    Locator unit = page.locator("#do-dispatch select[name=unit]");
    for (int i = 0; i < Keys.MOST_STEPS && !unit.inputValue().equals("greening"); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(unit).hasValue("greening");
    send(page, "dispatch");
  }

  private static void reportDone(Browser handler, String number) {
    Page page = handler.open("/cases/" + number);
    page.onFileChooser(chooser -> {}); // choosers are caught from here on, not from Enter on
    Keys.tabTo(page, "#do-done input[type=file]");
    page.waitForFileChooser(() -> page.keyboard().press("Enter")).setFiles(Reporting.photo());
    Keys.tabTo(page, "#do-done textarea");
    page.keyboard().type("灯泡已更换");
    send(page, "done");
  }

  private void rate(String number) {
    try (Browser resident = visiting()) {
      Page page = resident.open("/requests/lookup");
      Keys.tabTo(page, "[name=number]");
      page.keyboard().type(number);
      Keys.tabTo(page, "[name=code]");
      page.keyboard().type("8000");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      Keys.tabTo(page, "input[name=rating]");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("input[name=rating][value='4']")).isChecked();
      Keys.tabTo(page, "main form:has([name=rating]) button");
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
      Keys.tabTo(page, "[name=text]");
      page.keyboard().type("路灯不亮，晚上很黑");
      page.locator("input[name=category]").first().waitFor();
      Keys.tabTo(page, "input[name=category]");
      page.keyboard().press("Space");
      onward(page, "**/report/where**");
      Keys.tabTo(page, "[name=q]");
      page.keyboard().type("同济大学");
      page.locator(".suggestions li").first().waitFor();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForLoadState();
      while (!page.url().contains("/report/photos")) {
        onward(page, "**/report/**");
      }
      onward(page, "**/report/contact");
      Keys.tabTo(page, "[name=phone]");
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
    Keys.tabTo(page, "#do-" + action + " form button.btn");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*done=" + action));
  }

  private static void onward(Page page, String to) {
    Keys.tabTo(page, "main form button.big");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    page.waitForURL(to);
  }

  private Browser visiting() {
    return Browser.visiting("http://127.0.0.1:" + port, Screen.DESKTOP);
  }

  private Browser signedIn(String account) {
    return Keys.signedIn("http://127.0.0.1:" + port, account);
  }
}
