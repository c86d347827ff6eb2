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
 * A relation that is wrong, from the page of the file to its end: said by one side, decided by an
 * officer, seen by both. Each page is judged by axe-core; pictures are kept in target/journeys.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.test=ties"})
class RelationJourneyTests {
  @LocalServerPort int port;

  @Test
  void aRepresentativeSaysThatTheyLeftAndNoLongerActsForTheFirm() {
    String firm;
    String number;
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.PHONE)) {
      Page page = zhou.open("/file");
      page.locator("main p.row a").first().click();
      firm = page.url().replaceAll(".*/file/", "");
      zhou.look("relation-1-firm");
      zhou.mode("elder");
      page = zhou.open("/file/" + firm);
      page.locator("main a[href*='/relations/']").first().click();
      zhou.look("relation-2-wrong-elder");
      zhou.mode("standard");
      page.locator("main form .btn").click();
      assertThat(page.locator("main")).containsText("还没有写理由");
      zhou.look("relation-3-why");
      page.locator("[name=why]").fill("上周已经把公司交给别人");
      page.locator("main form .btn").click();
      assertThat(page).hasURL(Pattern.compile(".*/requests/lookup/.*"));
      number = page.url().replaceAll(".*/requests/lookup/([^?]+).*", "$1");

      page = zhou.open("/file/" + firm);
      page.locator("main a[href*='/relations/']").first().click();
      assertThat(page.locator("main")).containsText("您已经提出过这项更正，正在办（" + number + "）");
      zhou.look("relation-3-asked-before");
      page.locator("main a[href='/requests/lookup/" + number + "']").click();
      assertThat(page).hasURL(Pattern.compile(".*/requests/lookup/" + number + ".*"));
    }
    try (Browser window = Reporting.signedIn(port, "window", Screen.DESKTOP)) {
      Page page = window.open("/cases/" + number);
      assertThat(page.locator("main")).containsText("哪一项关系");
      assertThat(page.locator("main")).containsText("上周已经把公司交给别人");
      assertThat(page.locator("main")).containsText("周**");
      window.look("relation-4-officer");
      page.locator("#do-grant button").click();
      assertThat(page).hasURL(Pattern.compile(".*done=grant"));
    }
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.DESKTOP)) {
      zhou.language("en");
      Page page = zhou.open("/file");
      page.locator("main details summary").first().click();
      assertThat(page.locator("main")).containsText("Former relations");
      assertThat(page.locator("main")).containsText("by Case " + number);
      zhou.look("relation-5-former-en");
      page = zhou.open("/file/" + firm);
      assertThat(page.locator("main")).not().containsText("Relations");
      page = zhou.open("/file/" + firm + "/relations/1/wrong");
      assertThat(page.locator("main")).containsText("This file is not yours.");
    }
  }

  @Test
  void nobodyElseMaySayItAndWhatIsRefusedStays() {
    String wrong;
    String number;
    try (Browser wang = Reporting.signedIn(port, "wang", Screen.PHONE)) {
      wang.language("en");
      Page page = wang.open("/file");
      wrong = page.locator("main a[href*='/relations/']").first().getAttribute("href");
      page.locator("main a[href*='/relations/']").first().click();
      wang.look("relation-6-wrong-en");
      page.locator("[name=why]").fill("She is my niece");
      page.locator("main form .btn").click();
      number = page.url().replaceAll(".*/requests/lookup/([^?]+).*", "$1");
    }
    try (Browser zhou = Reporting.signedIn(port, "zhou", Screen.PHONE)) {
      Page page = zhou.open(wrong);
      assertThat(page.locator("main")).containsText("您名下没有这份档案");
      String mine =
          zhou.open("/file").locator("main a[href*='/relations/']").first().getAttribute("href");
      page = zhou.open(mine.replaceAll("/relations/.*", wrong.replaceAll(".*(?=/relations/)", "")));
      assertThat(page.locator("main")).containsText("您名下没有这份档案");
    }
    try (Browser window = Reporting.signedIn(port, "window", Screen.DESKTOP)) {
      Page page = window.open("/cases/" + number);
      page.locator("#do-refuse summary").click();
      page.locator("#do-refuse [name=note]").fill("户籍记录是母女");
      page.locator("#do-refuse button").click();
      assertThat(page).hasURL(Pattern.compile(".*done=refuse"));
    }
    try (Browser wang = Reporting.signedIn(port, "wang", Screen.PHONE)) {
      Page page = wang.open(wrong.replaceAll("/relations/.*", ""));
      assertThat(page.locator("dl.facts").last()).containsText("李敏");
    }
  }
}
