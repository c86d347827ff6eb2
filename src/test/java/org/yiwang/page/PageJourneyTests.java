package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;

/** The pages in a real browser: reachable by everybody, in every mode, at every width. */
@Tag("journey")
class PageJourneyTests {

  @ParameterizedTest
  @CsvSource({
    "zh, normal, light, DESKTOP", "zh, normal, dark, DESKTOP", "zh, normal, light, PHONE",
    "en, normal, light, PHONE", "zh, elder, light, PHONE", "en, elder, dark, DESKTOP",
    "zh, wall, auto, DESKTOP", "en, normal, light, NARROWEST", "zh, elder, light, NARROWEST"
  })
  void theStyleGuideIsFreeOfBarriers(String language, String mode, String theme, Screen screen) {
    try (Browser browser = Browser.visiting(PagesAlone.address(), screen)) {
      browser.language(language).mode(mode).theme(theme).open("/styleguide");
      browser.fits();
      browser.axe();
      browser.shot("styleguide-" + language + "-" + mode + "-" + theme + "-" + screen);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/about", "/accessibility", "/nowhere"})
  void thePagesOfEverySiteAreFreeOfBarriers(String path) {
    for (String mode : List.of("normal", "elder")) {
      try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.PHONE)) {
        browser.mode(mode).open(path);
        browser.fits();
        browser.axe();
        browser.shot("page" + path.replace('/', '-') + "-" + mode);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"normal, 24", "elder, 60"})
  void buttonsAndFieldsAreLargeEnough(String mode, int least) {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.PHONE)) {
      Object small =
          browser
              .mode(mode)
              .open("/styleguide")
              .evaluate(
                  """
                  least => [...document.querySelectorAll('main :is(button, .btn, summary, input:not([type=hidden]), select, textarea, label.choice, .pages a, .chip, th a, .change a, .tiles a, .links a)')]
                    .filter(e => e.checkVisibility() && !e.closest('label.choice input, .visually-hidden, thead') && !e.matches('.choice input'))
                    .map(e => [e.className || e.tagName, Math.min(e.getBoundingClientRect().height)])
                    .filter(([, height]) => height < least - 0.5).map(String)""",
                  least);
      assertThat((List<?>) small).isEmpty();
    }
  }

  @Test
  void nothingMovesWhileThePageLoads() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.PHONE)) {
      browser.open("/styleguide").waitForLoadState(LoadState.NETWORKIDLE);
      Object shift =
          browser
              .page()
              .evaluate(
                  """
                  () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().filter(e => !e.hadRecentInput).reduce((sum, e) => sum + e.value, 0)))
                    .observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 500))""");
      assertThat(((Number) shift).doubleValue()).isLessThan(0.02);
    }
  }

  @Test
  void aPageOfFormsIsSmall() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.PHONE)) {
      browser.open("/about").waitForLoadState(LoadState.NETWORKIDLE);
      Object bytes =
          browser
              .page()
              .evaluate(
                  "() => performance.getEntries().reduce((sum, e) => sum + (e.transferSize || 0), 0)");
      assertThat(((Number) bytes).longValue()).isBetween(1_000L, 100_000L);
    }
  }

  @Test
  void theMenuOpensWithoutScript() {
    try (Browser browser = Browser.withoutScript(PagesAlone.address(), Screen.PHONE)) {
      var page = browser.open("/about");
      page.locator(".menu > summary").click();
      page.locator(".menu-list a[href='/report']").waitFor();
      page.locator(".menu-list >> text=English").click();
      assertThat(page.url()).endsWith("/about");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }
  }

  @Test
  void theFocusGoesToWhatIsWrongAndFromThereToTheField() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.DESKTOP)) {
      var page = browser.open("/styleguide");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("summary");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-wrong-phone");
    }
  }

  @Test
  void aSuggestionIsChosenFromTheKeyboard() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.DESKTOP)) {
      var page = browser.open("/styleguide");
      page.locator("#f-place").fill("东");
      page.locator("#f-place ~ .suggestions li").first().waitFor();
      double field = page.locator("#f-place").boundingBox().y;
      double below = page.locator("#f-place ~ .suggestions").boundingBox().y - field;
      assertThat(below).as("right below the field").isBetween(20.0, 90.0);
      page.locator("#f-place").press("ArrowDown");
      page.locator("#f-place").press("Enter");
      page.waitForURL("**/styleguide#forms");
    }
  }

  @Test
  void aPinIsDroppedFromTheKeyboard() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.DESKTOP)) {
      var page = browser.open("/styleguide");
      page.locator("[data-map=pick]").scrollIntoViewIfNeeded();
      page.locator("[data-map=pick] .map-live").focus();
      page.keyboard().press("Enter");
      assertThat(Double.parseDouble(page.locator("#f-lon").inputValue())).isBetween(121.4, 121.6);
      assertThat(Double.parseDouble(page.locator("#f-lat").inputValue())).isBetween(31.2, 31.4);
      page.locator("[data-unpick]").click();
      assertThat(page.locator("#f-lon").inputValue()).isEmpty();
    }
  }

  @Test
  void countsChangeInPlaceUntilTheyArePaused() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.DESKTOP)) {
      var page = browser.open("/styleguide");
      page.locator("[data-live=today]:text-is('1,205')").waitFor();
      page.locator("[data-live-pause]").click();
      assertThat(page.locator("[data-live-said]").textContent()).isEqualTo("已暂停");
    }
  }

  @Test
  void aPhotoOpensLargeAndCloses() {
    try (Browser browser = Browser.visiting(PagesAlone.address(), Screen.DESKTOP)) {
      var page = browser.open("/styleguide");
      page.locator("[data-gallery] a").first().click();
      page.locator("dialog.viewer[open]").waitFor();
      browser.axe();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog.viewer[open]").count()).isZero();
    }
  }
}
