package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
 * A file from both ends: read with sources, corrected, looked at by officers, asked about and
 * answered; and a daughter who acts for her mother until that is ended. Each page is judged by
 * axe-core; pictures are kept in target/journeys.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class FileJourneyTests {
  @LocalServerPort int port;

  @Test
  void aFactIsCorrectedAndEachLookIsSeenAskedAboutAndAnswered() {
    String number;
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.PHONE)) {
      number = wrong(zhou);
    }
    try (Browser window = Reporting.signedIn(port, "window", Screen.DESKTOP)) {
      granted(window, number);
    }
    String question;
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.PHONE)) {
      question = asked(zhou);
    }
    try (Browser auditor = Reporting.signedIn(port, "audit", Screen.DESKTOP)) {
      Page page = auditor.open("/cases/" + question);
      assertThat(page.locator("main")).containsText("被询问的查阅");
      auditor.look("file-7-question");
      page.locator("#do-answer [name=note]").fill("为核对您的更正申请查看，有办件依据。");
      page.locator("#do-answer button").click();
      assertThat(page).hasURL(Pattern.compile(".*done=answer"));
    }
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.PHONE)) {
      Page page = zhou.open("/file/looks");
      assertThat(page.locator("main")).containsText("为核对您的更正申请查看");
      zhou.look("file-8-answered");
      zhou.mode("elder");
      zhou.open("/file/looks");
      zhou.look("file-8-answered-elder");
    }
  }

  private String wrong(Browser zhou) {
    Page page = zhou.open("/file");
    assertThat(page.locator("main")).containsText("999****0015");
    assertThat(page.locator("main")).not().containsText("999999199406110015");
    zhou.look("file-1-own");
    page = zhou.open("/file?full=yes");
    assertThat(page.locator("main")).containsText("999999199406110015");
    page = zhou.open("/file");
    page.locator("dl.file > div", new Page.LocatorOptions().setHasText("住址"))
        .locator("a[href$='/wrong']")
        .click();
    page.locator("[name=why]").fill("去年搬家了");
    page.locator("main form .btn").click();
    assertThat(page.locator("main")).containsText("正确内容填得不对");
    zhou.look("file-2-wrong");
    page.locator("[name=value]").fill("上海市杨浦区长阳路（虚构）1687号3楼");
    page.locator("main form .btn").click();
    assertThat(page).hasURL(Pattern.compile(".*/requests/lookup/.*"));
    return page.url().replaceAll(".*/requests/lookup/([^?]+).*", "$1");
  }

  private void granted(Browser window, String number) {
    Page page = window.open("/cases/" + number);
    assertThat(page.locator("main")).containsText("长阳路（虚构）1687号3楼");
    window.look("file-3-correction");
    page.locator("main a[href^='/parties/']").first().click();
    assertThat(page.locator("main")).containsText("999****0015");
    window.look("file-4-officer");
    page = window.open("/cases/" + number);
    page.locator("#do-grant button").click();
    assertThat(page).hasURL(Pattern.compile(".*done=grant"));
  }

  private String asked(Browser zhou) {
    Page page = zhou.open("/file");
    assertThat(page.locator("dl.file")).containsText("长阳路（虚构）1687号3楼");
    assertThat(page.locator("main")).containsText("以前的内容");
    zhou.look("file-5-corrected");
    page = zhou.open("/file/looks");
    assertThat(page.locator("ol.looks > li").first()).containsText("综窗受理员");
    zhou.language("en");
    zhou.open("/file/looks");
    zhou.look("file-6-looks-en");
    zhou.language("zh");
    page = zhou.open("/file/looks");
    String receipt = page.locator("a[href^='/journal/receipt/']").first().getAttribute("href");
    assertThat(page.locator("main")).containsText("即立一件询问，5 个工作日内答复");
    page.locator("ol.looks form button").first().click();
    assertThat(page.locator("main")).containsText("您问过为什么");
    assertThat(page.locator("ol.looks .notice")).containsText("已立为询问办件");
    zhou.look("file-6-asked");
    String number =
        page.locator("ol.looks a[href^='/requests/lookup/']")
            .first()
            .getAttribute("href")
            .replaceAll(".*/", "");
    page = zhou.open(receipt);
    assertThat(page.locator("main")).containsText("access.read");
    assertThat(page.locator("main")).not().containsText("唐悦");
    return number;
  }

  @Test
  void withoutACaseAReasonIsAskedForAndAuditorsFindIt() {
    try (Browser duty = Reporting.signedIn(port, "duty", Screen.DESKTOP)) {
      Page page = duty.open("/parties");
      page.locator("[name=number]").fill("92999999MA0000034X");
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("没有这个号码的档案");
      duty.look("file-9-search");
      page.locator("[name=number]").fill("9299 9999 MA00 0003 40");
      page.locator("main form .btn").click();
      assertThat(page).hasURL(Pattern.compile(".*/parties/[0-9a-f-]+"));
      page.locator("[name=why]").fill("看看");
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("至少 6 个字");
      duty.look("file-10-reason");
      page.locator("[name=why]").fill("煤气泄漏，联系店主撤离");
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("早餐、糕点现制现售");
      duty.look("file-11-justified");
    }
    try (Browser auditor = Reporting.signedIn(port, "audit", Screen.DESKTOP)) {
      Page page = auditor.open("/access-log?flagged=yes");
      assertThat(page.locator("main table")).containsText("煤气泄漏");
      assertThat(page.locator("main table")).containsText("无在办事项");
      auditor.look("file-12-flagged");
    }
    try (Browser li = Reporting.signedIn(port, "li", Screen.PHONE)) {
      Page page = li.open("/file");
      page.locator("main p.row a").first().click();
      assertThat(page.locator("main")).containsText("929****0340");
      li.look("file-13-firm");
      String firm = page.url().replaceAll(".*/file/", "");
      page = li.open("/file/looks?party=" + firm);
      assertThat(page.locator("ol.looks")).containsText("煤气泄漏");
      assertThat(page.locator("ol.looks")).containsText("代表企业查看企业档案");
    }
  }

  private void asks(Browser li, String digits) {
    Page page = li.open("/mandates/ask");
    page.locator("[name=named]").fill("王秀兰");
    page.locator("[name=digits]").fill(digits);
    page.locator("[name=scope][value=all]").check();
    page.locator("[name=until]").fill("2027-06-30");
    li.look("mandate-1-ask");
    page.locator("main form .btn").click();
    assertThat(page).hasURL(Pattern.compile(".*/mandates"));
    assertThat(page.locator("main")).containsText("等待确认");
  }

  @Test
  void aDaughterAsksTheMotherSaysYesAndEndsIt() {
    try (Browser li = Reporting.signedIn(port, "li", Screen.PHONE)) {
      asks(li, "9999"); // nobody: looks the same to her, and nobody is told
      asks(li, "0001");
    }
    try (Browser wang = Reporting.signedIn(port, "wang", Screen.PHONE)) {
      wang.mode("elder");
      Page page = wang.open("/mandates");
      assertThat(page.locator("main")).containsText("等您答复");
      assertThat(page.locator("form[action$='/confirm']")).hasCount(1);
      wang.look("mandate-2-waiting-elder");
      page.locator("form[action$='/confirm'] button").first().click();
      assertThat(page.locator("main")).containsText("有效");
    }
    try (Browser li = Reporting.signedIn(port, "li", Screen.DESKTOP)) {
      li.language("en");
      Page page = li.open("/mandates");
      assertThat(page.locator("main")).containsText("You act for Wang Xiulan");
      li.look("mandate-3-agent-en");
    }
    try (Browser wang = Reporting.signedIn(port, "wang", Screen.PHONE)) {
      Page page = wang.open("/mandates");
      page.locator("form[action$='/revoke'] button").first().click();
      page.locator("main details summary").first().click();
      assertThat(page.locator("main")).containsText("已撤销");
      wang.look("mandate-4-over");
      wang.mode("normal");
      page = wang.open("/mandates/give");
      page.locator("[name=scope][value=some]").check();
      wang.look("mandate-5-give");
      wang.mode("elder");
      page = wang.open("/mandates/give");
      page.locator("[name=scope][value=some]").check();
      page.locator("fieldset details summary").nth(3).click();
      page.locator("fieldset details[open] [name=matters]").first().check();
      page.locator("fieldset details[open] [name=matters]").nth(1).check();
      page.locator("main form .btn").click();
      assertThat(page.locator("fieldset details").first()).containsText("刚才勾选的");
      assertThat(page.locator("fieldset details").first().locator(":checked")).hasCount(2);
      wang.look("mandate-5-give-again-elder");
    }
    try (Browser window = Reporting.signedIn(port, "window", Screen.DESKTOP)) {
      Page page = window.open("/mandates/window");
      page.locator("[name=named]").fill("999999194403080022");
      page.locator("[name=agent]").fill("li");
      page.locator("[name=scope][value=some]").check();
      page.locator("fieldset details summary").first().click();
      page.locator("[name=matters]").first().check();
      page.locator("[name=until]").fill("2027-06-30");
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("还没有确认见到双方");
      window.look("mandate-6-window");
      page.locator("[name=seen]").check();
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("授权已登记");
    }
  }
}
