package org.yiwang.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.submission.Applicant.Application;

/**
 * A key to the reading room in a browser: a paper handed in later and kept by an officer, an answer
 * put right, a promise that is found not true and objected to.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class PromiseJourneyTests {
  @LocalServerPort private int port;
  @Autowired private PromiseStore promises;
  @Autowired private DueClock clock;
  @Autowired private DistrictTime time;

  @Test
  void aPromiseAPaperThatFollowsAndACorrection() {
    Application sent = new Applicant(port, "mei").apply(Applicant.ALL_LATER_OR_PROMISED);
    try (Browser mei = signedIn("mei", Screen.PHONE)) {
      followed(mei, sent);
      corrected(mei, sent);
    }
    try (Browser lin = signedIn("lin", Screen.DESKTOP)) {
      kept(lin, sent);
    }
    assertTrue(new Applicant(port, "lin").does(sent.number(), "accept", "").good());
    assertTrue(new Applicant(port, "keeper").does(sent.number(), "grant", "").good());
    time.at(time.instant().plus(Duration.ofDays(13)), () -> clock.tick());
    SignedPromise home =
        promises.listOf(UUID.fromString(sent.href().substring("/applications/".length()))).stream()
            .filter(one -> one.evidence().equals("home"))
            .findFirst()
            .orElseThrow();
    try (Browser keeper = signedIn("keeper", Screen.DESKTOP)) {
      found(keeper, String.valueOf(home.check()));
    }
    try (Browser mei = signedIn("mei", Screen.PHONE)) {
      objected(mei, sent, home);
    }
  }

  private static void followed(Browser mei, Application sent) {
    Page page = mei.open(sent.href());
    assertThat(page.locator("main")).containsText("需要补交的材料");
    mei.look("promise-1-application");
    page.locator("form[action$='/papers/deposit'] button").click();
    assertThat(page.locator("main")).containsText("还没有选择文件");
    mei.look("promise-2-no-file");
    page.locator("[name=file-deposit]")
        .setInputFiles(new FilePayload("receipt.png", "image/png", Applicant.PNG));
    page.locator("form[action$='/papers/deposit'] button").click();
    assertThat(page.locator("main")).containsText("已补交");
    mei.language("en").mode("elder");
    mei.open(sent.href());
    mei.look("promise-3-application-elder-en");
    mei.language("zh").mode("normal");
    mei.open("/promises");
    mei.look("promise-4-promises");
    mei.page().locator("main .requests a").first().click();
    mei.look("promise-5-promise");
  }

  private static void corrected(Browser mei, Application sent) {
    Page page = mei.open(sent.href());
    page.locator("main a[href$='/correct']").click();
    page.locator("[name=hours][value=evening]").check();
    page.locator("main form .btn.big").click();
    assertThat(page.locator("main")).containsText("请写明为什么更正");
    page.locator("[name=why-corrected]").fill("换了班");
    mei.look("promise-6-correct");
    page.locator("main form .btn.big").click();
    assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+$"));
  }

  private static void kept(Browser lin, Application sent) {
    Page page = lin.open("/cases/" + sent.number());
    assertThat(page.locator("main")).containsText("原填“上午”，改为“晚上”");
    lin.look("promise-7-sheet");
    page.locator("main a[href$='/keep']").click();
    lin.look("promise-8-keep");
    page.locator("[name=seen]").check();
    page.locator("main form .btn").click();
    assertThat(page).hasURL(Pattern.compile(".*done=kept"));
  }

  private static void found(Browser keeper, String check) {
    Page page = keeper.open("/cases/" + check);
    assertThat(page.locator("main")).containsText("我承诺我住在小镇。");
    keeper.look("promise-9-check");
    page.locator("#do-broken summary").click();
    page.locator("#do-broken textarea").fill("门牌不存在");
    page.locator("#do-broken button").click();
    assertThat(page).hasURL(Pattern.compile(".*done=broken"));
  }

  private static void objected(Browser mei, Application sent, SignedPromise home) {
    Page page = mei.open(sent.href());
    assertThat(page.locator("main")).containsText("已发的证照已注销");
    mei.look("promise-10-taken-back");
    page = mei.open(home.href());
    assertThat(page.locator("main")).containsText("门牌不存在");
    mei.look("promise-11-broken");
    mei.language("en").mode("elder");
    mei.open(home.href());
    mei.look("promise-12-broken-elder-en");
    mei.language("zh").mode("normal");
    page = mei.open(home.href());
    page.locator("main form button").click();
    assertThat(page.locator("main")).containsText("门牌不存在");
    page.locator("[name=note]").fill("门牌上个月换过");
    page.locator("main form button").click();
    assertThat(page.locator("main")).containsText("异议复核中");
    mei.look("promise-13-appealed");
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
