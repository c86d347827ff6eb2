package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** A resident reports where they stand: the telephone says it, or is not allowed to. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class OwnPositionJourneyTests {
  private static final Pattern NEXT = Pattern.compile(".*/report/(photos|contact)");

  @LocalServerPort int port;

  private Browser visitor() {
    return Browser.visiting("http://127.0.0.1:" + port, Screen.PHONE);
  }

  /** Comes to the map and asks it for the own position. */
  private static Page asked(Browser browser) {
    Page page = Reporting.writeUntilWhere(browser, "路灯不亮");
    Locator locate = page.locator("[data-locate]");
    page.locator("[data-map=pick]").scrollIntoViewIfNeeded();
    assertThat(locate).isVisible();
    locate.click();
    return page;
  }

  @Test
  void whereOneStandsBecomesThePin() {
    try (Browser browser = visitor().standingAt(121.5019, 31.2844)) {
      Page page = asked(browser);
      assertThat(page.locator("[data-pick-said]")).hasText("图钉已放好。");
      assertThat(page.locator("[data-pick-lon]")).hasValue("121.501900");
      assertThat(page.locator("[data-pick-lat]")).hasValue("31.284400");
      assertThat(page.locator("[data-pin-words]")).containsText("图钉在：四平路街道");
      browser.look("report-own-position");
      page.locator("main form button.big").first().click();
      assertThat(page).hasURL(NEXT);
      assertThat(browser.open("/report/where").locator("main .inset")).containsText("现在的地点：");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 找不到您的位置，请点地图或写地址。",
    "en, Your position was not found. Tap the map or write the address."
  })
  void whoDoesNotSayWhereTheyAreIsToldWhatElseThereIs(String language, String words) {
    try (Browser browser = visitor().hidingWhere().language(language)) {
      Page page = asked(browser);
      assertThat(page.locator("[data-pick-said]")).hasText(words);
      assertThat(page.locator("[data-pick-lon]")).hasValue("");
      page.locator("[name=q]").fill("同济大学");
      page.locator("main form button.big").first().click();
      if (page.locator("input[name=place]").count() > 0) { // which of the places of this name
        page.locator("main form button.big").first().click();
      }
      assertThat(page).hasURL(NEXT);
    }
  }

  /** In the next district: said at once, before anything is sent. */
  @Test
  void aPositionOutsideTheDistrictIsSaid() {
    try (Browser browser = visitor().standingAt(121.4737, 31.2304)) {
      assertThat(asked(browser).locator("[data-pin-words]")).hasText("这个位置不在本区范围内，请另选。");
    }
  }
}
