package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** The pages of a district that does nothing but city problems, in English first: no barrier. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.pack=packs/san-francisco", "yiwang.demo=true"})
class OtherDistrictTests {
  private static final Map<String, List<String>> PAGES =
      Map.of(
          "visitor",
          List.of(
              "/", "/report", "/search?q=graffiti", "/requests/lookup", "/about", "/about/data"),
          "rosa",
          List.of("/", "/requests", "/account"),
          "agent",
          List.of("/desk", "{case}"),
          "crew-sewer",
          List.of("/desk"),
          "supervisor",
          List.of("/board", "/wall", "/wall/late", "/desk?pace=open", "{case}"),
          "audit",
          List.of("/access-log"),
          "admin",
          List.of("/admin"));

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({"en, normal, light, DESKTOP", "zh, elder, dark, PHONE"})
  void noPageHasABarrier(String language, String mode, String theme, Screen screen) {
    PAGES.forEach(
        (account, paths) -> {
          try (Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen)) {
            if (!account.equals("visitor")) {
              Reporting.signIn(browser, account);
            }
            browser.language(language).mode(mode).theme(theme);
            paths.forEach(path -> judge(browser, path, account + "-" + language));
          }
        });
  }

  private static void judge(Browser browser, String path, String look) {
    browser.open(path.equals("{case}") ? first(browser) : path);
    browser.look(("san-francisco-" + look + path).replaceAll("[^a-z-]", "_"));
  }

  private static String first(Browser browser) {
    return browser
        .open("/desk?pace=open")
        .locator("main a[href^='/cases/']")
        .first()
        .getAttribute("href");
  }

  /** What refuses is a page as well. */
  @ParameterizedTest
  @CsvSource({"en, normal, light, DESKTOP", "zh, elder, dark, PHONE"})
  void aRefusedSignInHasNoBarrier(String language, String mode, String theme, Screen screen) {
    try (Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen)) {
      browser.language(language).mode(mode).theme(theme);
      Page page = browser.open("/sign-in");
      page.locator("[name=login]").fill("nobody-" + language);
      page.locator("[name=password]").fill("wrong");
      page.locator("main form button.btn").first().click();
      page.waitForLoadState();
      assertThat(page.locator(".summary").count()).isOne();
      browser.look("sign-in-refused-" + language);
    }
  }
}
