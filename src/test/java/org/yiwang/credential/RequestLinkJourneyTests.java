package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.story.Person;

/** One person, one browser, two regions: from the form to the wallet elsewhere and back. */
@Tag("journey")
class RequestLinkJourneyTests {
  @TempDir private static Path folder;
  private static Linked regions;

  @BeforeAll
  static void start() throws IOException {
    regions = Linked.startWithTwoPapers(folder);
  }

  @AfterAll
  static void stop() {
    regions.close();
  }

  @ParameterizedTest
  @CsvSource({
    "zh, normal, true, DESKTOP, 1",
    "en, normal, true, PHONE, 1",
    "zh, normal, true, PHONE, 2",
    "en, elder, true, DESKTOP, 2",
    "zh, elder, false, PHONE, 1",
    "en, normal, false, DESKTOP, 2",
  })
  void papersAreFetchedFromTheWalletElsewhere(
      String language, String mode, boolean script, Screen screen, int papers) {
    Person applicant = regions.asker().signedIn("keeper");
    String draft = Linked.draft(applicant);
    String look =
        String.join("-", script ? "scripted" : "plain", language, mode, screen.name(), papers + "")
            .toLowerCase(Locale.ROOT);
    String there = regions.asker().address();
    try (Browser browser =
        script ? Browser.visiting(there, screen) : Browser.withoutScript(there, screen)) {
      signIn(browser.open("/sign-in"), "keeper");
      browser.language(language).mode(mode);
      Page page = browser.open(draft + "/evidence");
      judge(browser, "1-papers", look);
      String first = papers == 1 ? Linked.PAPER + " " : Linked.PAPER + "," + Linked.SECOND + " ";
      page.locator("button[name=fetch-from][value^='" + first + "']").click();
      judge(browser, "2-leaving", look);
      page.locator("main a.btn").first().click();
      if (page.url().contains("/sign-in")) {
        signIn(page, "li");
      }
      assertThat(page.url()).startsWith(regions.wallet().address() + "/wallet/asked");
      String consent = page.url();
      page.navigate(consent + "&mode=" + mode);
      judge(browser, "3-consent", look);
      page.locator("button[value=agree]").click();
      judge(browser, "4-given", look);
      page.locator("main a.btn").first().click();
      assertThat(page.url()).endsWith(draft + "/evidence");
      judge(browser, "5-back", look);
      assertThat(page.locator("main").innerText().split("李敏", -1)).hasSize(papers + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, DESKTOP", "en, PHONE"})
  void whatIsDeclinedAndWhatIsAlteredIsSaidInWords(String language, Screen screen) {
    Person applicant = regions.asker().signedIn("keeper");
    String draft = Linked.draft(applicant);
    Linked.Carried carried = regions.carried(applicant, draft);
    String look = (language + "-" + screen.name()).toLowerCase(Locale.ROOT);
    try (Browser browser = Browser.visiting(regions.wallet().address(), screen)) {
      Page page = browser.open("/sign-in");
      signIn(page, "li");
      browser.language(language);
      browser.open(carried.with(carried.request() + "x").path());
      judge(browser, "6-altered", look);
      browser.open(carried.path());
      page.locator("button[value=decline]").click();
      judge(browser, "7-declined", look);
      page.locator("main a.btn").first().click();
      signIn(page, "keeper");
      page.navigate(page.url().replaceFirst("\\?.*", "?lang=" + language));
      assertThat(page.url()).contains("/drafts/");
    }
  }

  private static void signIn(Page page, String account) {
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button.btn").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** Where no script runs, axe-core cannot either. */
  private static void judge(Browser browser, String name, String look) {
    browser.shot("request-link-" + name + "-" + look);
    if (!look.startsWith("plain")) {
      browser.axe();
      browser.fits();
    }
  }
}
