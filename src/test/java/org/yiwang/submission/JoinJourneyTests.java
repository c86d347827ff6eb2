package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** Somebody who has an account now joins their file from the counter, on a telephone. */
@Tag("journey")
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class JoinJourneyTests {
  @LocalServerPort private int port;
  @Autowired private SubmissionStore store;

  private Browser signedIn(String account, Screen screen) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button.btn").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return browser;
  }

  @Test
  void atTheCounterOneIsAskedWhoseAccountItIsAndBySlipOneTypesThree() {
    Applicant lin = new Applicant(port, "lin");
    String number = CounterSteps.takenIn(lin, "M-00797001", "13800970001");
    String slip = new CodeSteps(port, lin, store).code(number);
    try (Browser an = signedIn("an", Screen.PHONE)) {
      Page page = an.language("zh").open("/file");
      assertThat(page.locator("main")).containsText("认领窗口建立的档案");
      an.look("join-1-file");
      page = an.open("/file/join");
      an.look("join-2-page");
      page.locator("form[action='/file/join/code'] button").click();
      assertThat(page.locator("main")).containsText("24 小时有效");
      an.look("join-3-code");
      window(page.locator("main .inset b").textContent().strip());
      page = an.language("en").mode("elder").open("/file/join");
      page.locator("[name=name]").fill("小安");
      page.locator("[name=number]").fill("M-00797001");
      page.locator("[name=code]").fill("2222-2222-2222-2222");
      page.locator("form[action='/file/join'] button").click();
      assertThat(page.locator("main")).containsText("do not fit");
      assertThat(page.locator("[name=name]")).hasValue("小安");
      an.look("join-5-wrong-elder-en");
      page = an.language("zh").mode("normal").open("/file/join");
      page.locator("[name=name]").fill("小安");
      page.locator("[name=number]").fill("M-00797001");
      page.locator("[name=code]").fill(slip);
      page.locator("form[action='/file/join'] button").click();
      assertThat(page.locator("main")).containsText("这份档案在窗口建立");
      an.look("join-6-joined");
      page = an.open("/file/join");
      assertThat(page.locator("main")).containsText("两份档案不自动合并");
      an.look("join-7-has-file");
    }
    parted("M-00797001");
  }

  /** Whoever says that the account is not theirs is believed with their document. */
  private void parted(String number) {
    String comes =
        new Applicant(port, "lin")
            .person
            .form("/window", Map.of("named", number, "purpose", "账户不是我的"))
            .path();
    String visit = Applicant.found(CounterSteps.VISIT, comes);
    try (Browser window = signedIn("lin", Screen.PHONE)) {
      Page page = window.language("en").mode("elder").open(visit + "/part");
      window.look("join-8-part-elder-en");
      page.locator("main form button.btn").click();
      assertThat(page.locator(".summary")).isVisible();
      window.look("join-9-part-unseen-elder-en");
      page = window.language("zh").mode("normal").open(visit + "/part");
      page.locator("[name=shown]").first().check();
      window.look("join-8-part");
      page.locator("main form button.btn").click();
      assertThat(page.locator("main")).containsText("这份档案还没有账户");
    }
  }

  /** An officer types the code of another one's screen, is asked whose it is, and goes back. */
  private void window(String code) {
    try (Browser window = signedIn("lin", Screen.DESKTOP)) {
      window.language("zh");
      String visit =
          new Applicant(port, "lin")
              .person
              .form(
                  "/window/newcomer",
                  Map.of(
                      "name", "小宁",
                      "number", "M-00797002",
                      "purpose", "来认领档案",
                      "shown", "other_card"))
              .path()
              .replaceAll("\\?.*", "");
      Page page = window.open(visit);
      assertThat(page.locator("main")).containsText("这份档案还没有账户");
      page.locator("a[href$='/join']").click();
      page.locator("[name=shown]").first().check();
      page.locator("[name=code]").fill(code);
      window.look("join-4-counter-code");
      page.locator("main form button").click();
      assertThat(page.locator("main")).containsText("这是不是自己的账户");
      window.look("join-4-counter-whose");
      page.locator("main form a:has-text('返回')").click();
      assertThat(page.locator("main")).containsText("这份档案还没有账户");
    }
  }
}
