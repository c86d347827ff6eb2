package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.ProgramTest;

/**
 * What people do with matters, credentials, looks and mandates, with the keyboard alone: Tab,
 * Space, Enter and arrows, no click, no pointing.
 */
@Tag("journey")
@ProgramTest
// A program of its own: the allowance can be asked for once.
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.submission.tick=PT63M"})
class KeyboardMatterTests {
  private static final String ONWARD = "main form .btn.big";

  @LocalServerPort int port;

  @Test
  void anAllowanceIsAskedForFromTheStartPageToSent() {
    try (Browser resident = signedIn("wang")) {
      Page page = resident.open("/matters/elder-allowance");
      Keys.enter(page, "main a.btn.big");
      Keys.choose(page, "registered_here", "yes");
      Keys.enter(page, ONWARD);
      Keys.enter(page, ONWARD);
      Keys.choose(page, "bank", "bosc");
      Keys.write(page, "[name=bank_account]", "6200000000000000000");
      Keys.enter(page, ONWARD);
      Keys.choose(page, "way-account-proof", "promise");
      Keys.enter(page, ONWARD);
      Keys.enter(page, ONWARD);
      assertThat(page.locator("main")).containsText("还没有确认");
      Keys.tick(page, "[name=confirm]");
      Keys.enter(page, ONWARD);
      assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+\\?sent=yes"));
      resident.open("/promises");
      Keys.enter(page, "main a[href^='/promises/']");
      assertThat(page.locator("main")).containsText("银行卡照片");
    }
  }

  @Test
  void aCredentialIsPresentedOnce() {
    String code;
    try (Browser holder = signedIn("li")) {
      Page page = holder.open("/wallet");
      String card = page.locator("main .requests a:has-text('居民身份证')").getAttribute("href");
      Keys.enter(page, "main a[href='" + card + "']");
      Keys.enter(page, "main a[href$='/present']");
      Keys.tick(page, "[name=claims]");
      Keys.write(page, "[name=other]", "某物业公司");
      Keys.write(page, "[name=purpose]", "租房登记");
      Keys.choose(page, "lasts", page.locator("[name=lasts]").last().inputValue());
      Keys.enter(page, "main form button.btn");
      assertThat(page).hasURL(Pattern.compile(".*/wallet/presentations/[0-9a-f-]+"));
      assertThat(page.locator("h1")).containsText("某物业公司");
      code = page.locator("b.code").innerText();
    }
    try (Browser recipient = Browser.visiting(address(), Browser.Screen.DESKTOP)) {
      Page page = recipient.open("/verify");
      Keys.write(page, "[name=token]", code);
      Keys.enter(page, "main form:has([name=token]) button.btn");
      Keys.enter(page, "main form button.btn"); // "We are …: use it once"
      assertThat(page.locator("main dl")).containsText("李敏");
      recipient.open("/verify");
      Keys.write(page, "[name=token]", code);
      Keys.enter(page, "main form:has([name=token]) button.btn");
      assertThat(page.locator("main")).not().containsText("李敏");
      assertThat(page.locator("main form")).hasCount(0);
    }
  }

  @Test
  void aLookIsAskedAbout() {
    try (Browser window = signedIn("window")) {
      Page page = window.open("/window");
      Keys.write(page, "[name=named]", "王秀兰");
      Keys.write(page, "[name=digits]", "0022");
      Keys.write(page, "form[action='/window'] [name=purpose]", "来问老年人综合津贴");
      Keys.enter(page, "form[action='/window'] button.btn");
      assertThat(page.locator("h1")).containsText("王**");
    }
    try (Browser resident = signedIn("wang")) {
      Page page = resident.open("/file/looks");
      assertThat(page.locator("ol.looks > li").first()).containsText("来问老年人综合津贴");
      Keys.enter(page, "ol.looks form button");
      assertThat(page.locator("ol.looks > li").first()).containsText("您问过为什么");
      Keys.enter(page, "ol.looks a[href^='/requests/lookup/']");
      assertThat(page.locator("h1")).containsText("为何查看我的信息");
    }
  }

  @Test
  void aMandateIsGivenAndRevoked() {
    try (Browser resident = signedIn("wang")) {
      Page page = resident.open("/mandates");
      int before = page.locator("form[action$='/revoke']").count(); // of other journeys
      Keys.enter(page, "main a[href='/mandates/give']");
      Keys.write(page, "[name=named]", "李敏");
      Keys.write(page, "[name=digits]", "0002");
      Keys.choose(page, "scope", "some");
      Keys.tabTo(page, "fieldset details summary");
      page.keyboard().press("Enter");
      Keys.tick(page, "[name=matters]");
      Keys.day(page, "[name=until]", LocalDate.of(2027, 6, 30));
      Keys.enter(page, "main form button.btn");
      assertThat(page).hasURL(Pattern.compile(".*/mandates"));
      assertThat(page.locator("main")).containsText("李敏替您办");
      assertThat(page.locator("form[action$='/revoke']")).hasCount(before + 1);
      Keys.enter(page, "form[action$='/revoke'] button");
      Keys.tabTo(page, "main details summary");
      page.keyboard().press("Enter");
      assertThat(page.locator("main details")).containsText("已撤销");
      assertThat(page.locator("form[action$='/revoke']")).hasCount(before);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  private Browser signedIn(String account) {
    return Keys.signedIn(address(), account);
  }
}
