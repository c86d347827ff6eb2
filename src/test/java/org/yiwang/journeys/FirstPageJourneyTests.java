package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** The first page leads to everything, also in elder mode, and its header has room. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class FirstPageJourneyTests {
  private static final String TILES = ".tiles li";

  @LocalServerPort private int port;

  @Test
  void elderModeLeadsToWhatCanBeDoneHereInSixTilesAtMost() {
    try (Browser browser = visiting(Screen.PHONE).mode("elder")) {
      Page page = browser.open("/");
      assertThat(page.locator(TILES).count()).isLessThanOrEqualTo(6);
      assertThat(page.locator(TILES + " a[href='/matters']").count()).isOne();
      assertThat(page.locator(TILES + " a[href='/report']").count()).isOne();
      assertThat(page.locator(TILES).last().innerText()).contains("12345");
      Reporting.signIn(browser, "wang");
      Page known = browser.open("/");
      assertThat(known.locator(TILES).count()).isLessThanOrEqualTo(6);
      assertThat(known.locator(TILES + " a[href='/matters']").count()).isOne();
      assertThat(known.locator(TILES + " a[href='/requests']").count()).isOne();
      assertThat(known.locator(TILES).last().innerText()).contains("12345");
      browser.fits();
    }
  }

  @Test
  void thoseWhoWantSomethingDoneFindTheWayFromTheSearch() {
    try (Browser browser = visiting(Screen.PHONE)) {
      Page page = browser.open("/");
      page.locator(".hero a[href='/matters']").click();
      page.waitForURL("**/matters");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, zh, normal, .ways a, 招牌",
    "PHONE, en, normal, .ways a, shop sign",
    "DESKTOP, zh, normal, .ways a, 招牌",
    "DESKTOP, en, normal, .ways a, shop sign",
    "PHONE, zh, elder, .tiles a, 招牌",
    "DESKTOP, en, elder, .tiles a, shop sign"
  })
  void gettingThingsDoneAndReportingStandSideBySide(
      Screen screen, String language, String mode, String ways, String words) {
    try (Browser browser = visiting(screen).language(language).mode(mode)) {
      String name = String.join("-", "first-page", screen.name(), language, mode);
      Page page = browser.open("/");
      BoundingBox matters = page.locator(ways + "[href='/matters']").boundingBox();
      BoundingBox report = page.locator(ways + "[href='/report']").boundingBox();
      assertThat(matters.width).isCloseTo(report.width, within(1.0));
      assertThat(matters.height).isCloseTo(report.height, within(1.0));
      browser.shot(name);
      browser.fits();
      page.locator(".hero input[name=q]").fill(words);
      page.locator(".hero button").click();
      page.waitForURL("**/search?q=**");
      assertThat(page.locator("main a[href='/matters/shop-sign']").count()).isOne();
      assertThat(page.locator("main a[href^='/report?category=advert']").count()).isPositive();
      browser.shot(name + "-found");
      browser.fits();
      browser.axe();
    }
  }

  @ParameterizedTest
  @CsvSource({"wang,zh", "wang,en", "duty,zh", "duty,en", "verify-siping,en", "admin,en"})
  void theHeaderCutsNothingOff(String account, String language) {
    try (Browser browser = visiting(Screen.DESKTOP).language(language)) {
      Reporting.signIn(browser, account);
      Page page = browser.open("/");
      Object cut =
          page.evaluate(
              """
              () => [...document.querySelectorAll('.top .wrap, .mark, .mark span')]
                .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className || 'district')""");
      assertThat(cut).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isEmpty();
    }
  }

  private Browser visiting(Screen screen) {
    return Browser.visiting("http://127.0.0.1:" + port, screen);
  }
}
