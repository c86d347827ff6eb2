package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** Somebody who is asked something sees so at once on the first page, in every look. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class OwnMattersJourneyTests {
  @LocalServerPort private int port;

  @Test
  void whoIsAskedForAMandateFindsItOnTheFirstPageWithoutScript() {
    String address = "http://127.0.0.1:" + port;
    try (Browser daughter = Browser.visiting(address, Screen.PHONE);
        Browser mother = Browser.withoutScript(address, Screen.PHONE).mode("elder")) {
      Reporting.signIn(daughter, "li");
      asks(daughter.open("/mandates/ask"));
      Reporting.signIn(mother, "wang");
      Page home = mother.open("/");
      var asked = home.locator(".own li.waits").first();
      assertThat(asked.innerText()).contains("李敏请求替您办事", "等您处理", "同意");
      assertThat(asked.boundingBox().y)
          .as("before the large tiles")
          .isLessThan(home.locator(".tiles").boundingBox().y);
      assertThat(home.locator(".menu summary .fresh").innerText()).contains("1");
      mother.shot("own-elder");
      mother.fits();

      home.locator(".messages a").first().click();
      assertThat(home.url()).endsWith("/mandates");
      home.locator("form[action$='/revoke'] button").first().click();
      assertThat(mother.open("/").locator(".own li.waits").count()).isZero();
      assertThat(mother.open("/messages").locator(".messages li").first().innerText())
          .contains("李敏");
    }
  }

  private static void asks(Page page) {
    page.locator("[name=named]").fill("王秀兰");
    page.locator("[name=digits]").fill("0001");
    page.locator("[name=scope][value=all]").check();
    page.locator("[name=until]").fill("2027-06-30");
    page.locator("main form .btn").first().click();
    page.waitForURL("**/mandates");
  }
}
