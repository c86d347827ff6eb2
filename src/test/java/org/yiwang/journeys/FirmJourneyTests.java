package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
 * A founder scans the code at a park: the form is filled in, no paper is handed in, the licence is
 * there at once; a bad rating is called back; and the public figures count it all.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class FirmJourneyTests {
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("applicant_phone", "10000000003");
    ANSWERS.put("post", "both");
    ANSWERS.put("firm_name", "上海云帆智能科技有限公司（虚构）");
    ANSWERS.put("industry", "software");
    ANSWERS.put("business_scope", "人工智能应用软件开发");
    ANSWERS.put("registered_capital", "1000000");
    ANSWERS.put("capital_paid_by", "2030-12-31");
    ANSWERS.put("shareholders-1-name", "周文涛");
    ANSWERS.put("shareholders-1-person", "999999199406110015");
    ANSWERS.put("shareholders-1-share", "100");
    ANSWERS.put("has_employees", "no");
    ANSWERS.put("seal_set", "electronic");
    ANSWERS.put("seal_keeper", "周文涛");
    ANSWERS.put("taxpayer_kind", "small");
    ANSWERS.put("expected_sales", "50000");
    ANSWERS.put("accountant", "周文涛");
    ANSWERS.put("accountant_phone", "10000000003");
    ANSWERS.put("wants_invoices", "no");
  }

  @LocalServerPort int port;

  @Test
  void aCodeIsScannedAndTheFirmIsOpenAtOnce() {
    try (Browser anybody = Browser.visiting(address(), Screen.DESKTOP).language("en")) {
      Page page = anybody.open("/bundles/open-firm");
      anybody.look("firm-1-start-desktop-en");
      page.locator("main a[href='/matters/codes/daxue-road-park']").click();
      assertThat(page.locator("main svg.qr")).isVisible();
      anybody.look("firm-2-code-desktop-en");
      anybody.open("/matters/figures");
      assertThat(page.locator("main")).containsText("Nobody has applied yet");
    }
    String application;
    try (Browser founder = signedIn("zhou", Screen.PHONE)) {
      application = scanned(founder);
      Page page = founder.page();
      page.locator("main a[href^='/wallet/']").first().click();
      assertThat(page.locator("main")).containsText("上海云帆智能科技有限公司（虚构）");
      founder.look("firm-6-licence-phone");
      allGranted(founder, application);
      rated(founder.open(application));
      founder.look("firm-7-rated-phone");
    }
    counted();
    opened();
  }

  private String scanned(Browser founder) {
    Page page = founder.open("/apply/bundles/open-firm?code=daxue-road-park");
    for (int pages = 1; page.url().contains("/parts/"); pages++) {
      answer(page);
      founder.look("firm-3-part-" + pages);
      next(page);
    }
    page.locator("[name='way-name-promise'][value=promise]").check();
    founder.look("firm-4-evidence-phone");
    next(page);
    assertThat(page.locator("main")).containsText("上海市杨浦区大学路（虚构）88号");
    assertThat(page.locator("main")).containsText("每个单位只用一次");
    founder.look("firm-5-consent-phone");
    page.locator("[name=confirm]").check();
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/applications/[0-9a-f-]+\\?sent=yes"));
    assertThat(page.locator("main")).containsText("3 项中已办好 1 项");
    assertThat(page.locator("main")).containsText("为什么当场办结");
    founder.look("firm-5-sent-phone");
    return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
  }

  /** The other departments grant theirs as well: one outcome, with a link to each credential. */
  private void allGranted(Browser founder, String application) {
    granted("approve-police", number(founder.open(application), "seal-filing"));
    granted("approve-tax", number(founder.open(application), "tax-registration"));
    Page page = founder.open(application);
    assertThat(page.locator("main")).containsText("结果：3 项中办好 3 项");
    assertThat(page.locator(".notice li a[href^='/wallet/']")).hasCount(3);
    assertThat(page.locator("main")).containsText("印章刻制备案：已办好");
    founder.look("firm-7-all-granted-phone");
    founder.mode("elder").open(application);
    founder.look("firm-7-all-granted-phone-elder");
    founder.mode("normal");
    try (Browser desktop = signedIn("zhou", Screen.DESKTOP).language("en")) {
      assertThat(desktop.open(application).locator("main")).containsText("Outcome: 3 of 3 granted");
      desktop.look("firm-7-all-granted-desktop-en");
    }
  }

  private static String number(Page page, String matter) {
    String words =
        page.locator("main section.card:has(#matter-" + matter + ")").first().innerText();
    return words.replaceAll("(?s).*?编号 (\\S+).*", "$1");
  }

  private void granted(String officer, String number) {
    try (Browser approver = signedIn(officer, Screen.DESKTOP)) {
      approver.open("/cases/" + number).locator("#do-grant button").click();
      assertThat(approver.page()).hasURL(Pattern.compile(".*done=grant"));
    }
  }

  /** Answers what is on the page and not answered yet. */
  private static void answer(Page page) {
    ANSWERS.forEach(
        (name, answer) -> {
          Locator field = page.locator("main form [name='" + name + "']");
          if (field.count() > 1) {
            page.locator("main form [name='" + name + "'][value='" + answer + "']").check();
          } else if (field.count() == 1 && field.inputValue().isEmpty()) {
            if (page.locator("main form select[name='" + name + "']").count() == 1) {
              field.selectOption(answer);
            } else {
              field.fill(answer);
            }
          }
        });
  }

  private static void rated(Page page) {
    page.locator("main form [name=rating][value='2']").first().check();
    page.locator("main form:has([name=rating]) .btn").first().click();
    assertThat(page.locator("main")).containsText("等待回访");
  }

  private void counted() {
    try (Browser anybody = Browser.visiting(address(), Screen.DESKTOP)) {
      Page page = anybody.open("/matters/figures");
      assertThat(page.locator("#matters + .table")).containsText("企业设立登记");
      assertThat(page.locator("#matters + .table")).containsText("当场");
      assertThat(page.locator("#forms + .table")).containsText("开办企业一件事");
      assertThat(page.locator("#matters + .table a[href^='/desk']")).hasCount(0);
      anybody.look("firm-8-figures-desktop");
      page = anybody.open("/matters/figures?unit=market");
      assertThat(page.locator("main")).not().containsText("印章刻制备案");
      page = anybody.open("/matters/ratings");
      assertThat(page.locator("main")).containsText("共 1 个评价");
      assertThat(page.locator("main")).containsText("没有到期要回访的差评");
      anybody.look("firm-9-ratings-desktop");
    }
    try (Browser anybody = Browser.visiting(address(), Screen.PHONE).language("en")) {
      anybody.open("/matters/figures");
      anybody.look("firm-8-figures-phone-en");
      anybody.open("/matters/ratings");
      anybody.look("firm-9-ratings-phone-en");
    }
  }

  /** Whoever sees all cases opens those that a figure was counted from. */
  private void opened() {
    try (Browser leader = signedIn("leader", Screen.DESKTOP)) {
      Page page = leader.open("/matters/figures");
      Locator row =
          page.locator("#matters + .table tr:has(a[href='/matters/company-registration'])");
      assertThat(row.locator("a[href^='/desk']")).hasText(Pattern.compile(".*1"));
      page = leader.open(row.locator("a[href^='/desk']").getAttribute("href"));
      assertThat(page.locator("main tbody tr")).hasCount(1);
    }
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  private Browser signedIn(String account, Screen screen) {
    Browser browser = Browser.visiting(address(), screen);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    return browser;
  }
}
