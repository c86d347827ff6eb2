package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.story.Lamp;

/** The duty officer's page stays open; somebody reports, and the figure changes by itself. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class LiveCountsJourneyTests {
  private static final HasTextOptions SOON = new HasTextOptions().setTimeout(30_000);

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({"/desk, /desk?pace=open", "/board, /desk?pace=open&parent=none"})
  void aReportChangesTheNumberOnThePageThatIsOpen(String path, String figure) {
    try (Browser duty = Reporting.signedIn(port, "duty", Screen.DESKTOP)) {
      Page page = duty.open(path);
      Locator count = page.locator("[data-live='" + figure + "']");
      page.locator("[data-live-pause]").waitFor();
      long before = number(count);
      page.evaluate("window.sameAsBefore = true");

      Lamp.reported(port);
      assertThat(count).hasText(String.valueOf(before + 1), SOON);
      assertThat(page.locator("[data-live-said]")).containsText("已更新");
      Assertions.assertEquals(true, page.evaluate("window.sameAsBefore"), "loaded anew");

      page.locator("[data-live-pause]").click();
      assertThat(page.locator("[data-live-said]")).hasText("已暂停");
      Lamp.reported(port);
      page.locator("[data-live-pause]").click();
      assertThat(count).hasText(String.valueOf(before + 2), SOON);
    }
  }

  private static long number(Locator count) {
    return Long.parseLong(count.innerText().replace(",", ""));
  }
}
