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

/** 李敏 says in a form where she lives: a suggestion or a pin on the map, or neither. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class PlaceJourneyTests {
  @LocalServerPort int port;

  private Browser signedIn(Screen screen) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen);
    Reporting.signIn(browser, "li");
    return browser;
  }

  private static Page home(Browser browser) {
    String draft = browser.open("/apply/residence-permit").url();
    return browser.open(draft.replaceAll(".*(/drafts/[0-9a-f-]+).*", "$1") + "/parts/home");
  }

  private static void look(Browser browser, String name) {
    browser.axe();
    browser.fits();
    browser.shot(name);
  }

  @ParameterizedTest
  @CsvSource({
    "zh, normal, PHONE",
    "en, normal, DESKTOP",
    "zh, elder, PHONE",
  })
  void aPinIsDroppedByKeyboardAndChoosesTheStreet(String language, String mode, Screen screen) {
    try (Browser browser = signedIn(screen)) {
      browser.language(language);
      browser.mode(mode);
      Page page = home(browser);
      page.locator("[name=home_address]").fill("阜新路 8 号");
      page.locator("[name=street]").selectOption("");
      Locator map = page.locator("[data-pick=home_address] [data-map=pick]");
      map.scrollIntoViewIfNeeded();
      map.locator(".map-live").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#f-home_address-lon")).hasValue(Pattern.compile("121\\.\\d{6}"));
      assertThat(page.locator("[data-pin-words]"))
          .containsText(language.equals("zh") ? "图钉在：" : "The pin is in");
      assertThat(page.locator(".suggestions")).isHidden();
      look(browser, "place-" + language + "-" + mode + "-1-pin");
      page.locator("[name=housing][value=own]").check();
      page.locator("main form .btn.big").click();
      page.waitForLoadState();
      Page again = home(browser);
      assertThat(again.locator("[name=street]")).not().hasValue("");
      assertThat(again.locator("#f-home_address-lon")).hasValue(Pattern.compile("121\\.\\d{6}"));
    }
  }

  @Test
  void aSuggestionFillsInTheAddressAndSetsThePin() {
    try (Browser browser = signedIn(Screen.DESKTOP)) {
      Page page = home(browser);
      page.locator("[data-pick=home_address] [data-map=pick]").scrollIntoViewIfNeeded();
      assertThat(page.locator("[data-pick=home_address] .map-live")).isVisible();
      page.locator("[name=home_address]").fill("");
      page.locator("[name=home_address]").pressSequentially("同济大学");
      assertThat(page.locator(".suggestions li").first()).isVisible();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("[name=home_address]")).hasValue(Pattern.compile(".*同济.*"));
      assertThat(page.locator("#f-home_address-lon")).hasValue(Pattern.compile("121\\.\\d{6}"));
      look(browser, "place-zh-suggested");
    }
  }
}
