package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** A resident reports, is told a number, looks it up and withdraws; with script and without. */
@ProgramTest
@Tag("journey")
class ReportJourneyTests {
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "true, PHONE, zh, normal, light",
    "false, PHONE, zh, elder, light",
    "true, DESKTOP, en, normal, dark",
    "false, DESKTOP, zh, normal, light"
  })
  void reportsLooksUpAndWithdraws(
      boolean script, Screen screen, String language, String mode, String theme) throws Exception {
    String name =
        String.join("-", script ? "script" : "plain", screen.name(), language, mode, theme);
    try (Browser browser = browser(script, screen)) {
      browser.language(language).mode(mode).theme(theme);
      seen(browser, name, "1-home", browser.open("/"));

      Page page = browser.open("/report");
      page.fill("#f-text", "人行道上的井盖没了 <b>小心</b> '--");
      proceed(page);
      if (page.url().endsWith("/report")) {
        seen(browser, name, "2-what", page);
        proceed(page);
      }

      page.fill("#f-q", "杨浦公园");
      page.click("button[value=find]");
      page.locator("input[name=place]").first().check();
      page.fill("#f-detail", "东门口");
      seen(browser, name, "3-where", page);
      proceed(page);

      page.setInputFiles(
          "input[type=file]",
          new com.microsoft.playwright.options.FilePayload("a.png", "image/png", picture()));
      page.click("button[value=add]");
      assertThat(page.locator(".kept-photos img").count()).isEqualTo(1);
      seen(browser, name, "4-photos", page);
      proceed(page);

      page.fill("#f-phone", "13800005678");
      seen(browser, name, "5-contact", page);
      proceed(page);

      assertThat(page.content()).contains("13800005678").contains("&lt;b&gt;");
      seen(browser, name, "6-check", page);
      page.locator("form[action='/report/check'] button").click();

      String number = page.locator(".confirmation strong").textContent().strip();
      assertThat(number).matches("YP-\\d{8}-\\d{5}");
      seen(browser, name, "7-done", page);
      lookUpAndWithdraw(number, name, script, screen);
    }
  }

  private void lookUpAndWithdraw(String number, String name, boolean script, Screen screen) {
    try (Browser other = browser(script, screen)) {
      Page page = other.open("/requests/lookup/" + number);
      assertThat(page.url()).contains("/requests/lookup?number=");
      page.fill("#f-code", "0000");
      page.click("main form button");
      assertThat(page.locator(".summary").count()).isEqualTo(1);
      page.fill("#f-code", "5678");
      page.click("main form button");
      seen(other, name, "8-request", page);
      page.locator("details:has(input[value=withdraw]) summary").click();
      page.locator("form:has(input[value=withdraw]) button").click();
      assertThat(page.content()).contains("已撤回");
      assertThat(page.locator("form:has(input[value=withdraw])").count()).isZero();
    }
  }

  @Test
  void aFileThatIsNoPhotoIsRefusedAndNothingIsLost() {
    try (Browser browser = browser(false, Screen.PHONE)) {
      Page page = browser.open("/report?category=manhole-missing");
      page.fill("#f-text", "井盖没了");
      proceed(page);
      page.navigate("http://127.0.0.1:" + port + "/report/photos");
      page.setInputFiles(
          "input[type=file]",
          new com.microsoft.playwright.options.FilePayload(
              "bad.jpg",
              "image/jpeg",
              "no image".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      proceed(page);

      assertThat(page.locator(".summary").textContent()).contains("bad.jpg");
      page.navigate("http://127.0.0.1:" + port + "/report");
      assertThat(page.inputValue("#f-text")).isEqualTo("井盖没了");
    }
  }

  private Browser browser(boolean script, Screen screen) {
    String address = "http://127.0.0.1:" + port;
    return script ? Browser.visiting(address, screen) : Browser.withoutScript(address, screen);
  }

  private static void proceed(Page page) {
    page.locator("main button.big").first().click();
  }

  /** Keeps a picture; where scripts run, axe-core looks too. */
  private static void seen(Browser browser, String journey, String step, Page page) {
    browser.shot("report-" + journey + "-" + step);
    if (journey.startsWith("script")) {
      browser.fits();
      browser.axe();
    }
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
