package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/**
 * 叶新 takes his wife over from his file as a row, gives photos with a form, and has what he filled
 * in kept for the next time.
 */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class KnownRowsJourneyTests {
  private static final String PHONE = "10000000112";

  @LocalServerPort int port;

  @Test
  void familyFromTheFileAndPhotosWithTheForm() {
    try (Browser desktop = signedIn(Screen.DESKTOP, "zh")) {
      takesOver(desktop, "known", "填入");
      photos(desktop, "files", false);
    }
    try (Browser phone = signedIn(Screen.PHONE, "en")) {
      takesOver(phone, "known-phone", "Add ");
      photos(phone, "files-phone", true);
    }
  }

  private static void takesOver(Browser browser, String shots, String add) {
    Page page = browser.open("/apply/public-rental");
    String draft = page.url().replaceAll("/(parts|evidence|check).*", "");
    page.navigate(draft + "/parts/applicant");
    page.locator("[name=applicant_phone]").fill(PHONE);
    next(page);
    assertThat(page.locator("[name=members-1-income]")).isVisible();
    browser.look(shots + "-1-offered");
    page.locator("button[name=take-known]", new Page.LocatorOptions().setHasText(add + "陆静怡"))
        .click();
    assertEquals("陆静怡", page.locator("[name=members-1-name]").inputValue());
    assertThat(page.locator("[name=members-1-relation][value=spouse]")).isChecked();
    browser.look(shots + "-2-taken");
    page.locator("button[name=remove-row][value=members-1]").click();
    assertThat(page.locator("button[name=take-known]")).hasCount(1);
  }

  private static void photos(Browser browser, String shots, boolean kept) {
    Page page = browser.open("/apply/utilities-transfer");
    String draft = page.url().replaceAll("/(parts|evidence|check).*", "");
    page.navigate(draft + "/parts/applicant");
    if (kept) {
      assertEquals(PHONE, page.locator("[name=applicant_phone]").inputValue());
      browser.look(shots + "-0-kept");
    }
    page.locator("[name=applicant_phone]").fill(PHONE);
    next(page);
    page.locator("[name=flat_address]").fill("杨浦区抚顺路（虚构）88号404室");
    page.locator("[name=flat_area]").fill("62");
    next(page);
    page.locator("[name=supplies-1-supply][value=water]").check();
    page.locator("[name=supplies-1-account]").fill("W-1001");
    page.locator("[name=paid_up][value=yes]").check();
    page.locator("[name=meter_photos]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("水表.png", "image/png", picture()),
              new FilePayload("bill.png", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8))
            });
    next(page);
    assertThat(page.locator("main")).containsText("水表.png");
    browser.look(shots + "-1-one-refused");
    page.locator("[name=meter_photos]").setInputFiles(new FilePayload[0]);
    next(page);
    assertThat(page).hasURL(Pattern.compile(".*/(evidence|check)"));
    page.navigate(draft + "/check");
    assertThat(page.locator("main")).containsText("水表.png");
    browser.look(shots + "-2-check");
    if (!kept) {
      page.navigate(draft + "/evidence");
      giveLater(page);
      page.navigate(draft + "/check");
      page.locator("[name=confirm]").check();
      page.locator("[name=keep-answers]").check();
      next(page);
      assertThat(page).hasURL(Pattern.compile(".*/applications/.*"));
    }
  }

  private static void giveLater(Page page) {
    for (String way : new String[] {"fetch", "promise", "later"}) {
      var boxes = page.locator("[name^=way-][value=" + way + "]");
      for (int i = 0; i < boxes.count(); i++) {
        if (boxes.nth(i).isVisible()) { // what is fetched already lies folded away
          boxes.nth(i).check();
        }
      }
    }
    var files = page.locator("[name^=file-]");
    for (int i = 0; i < files.count(); i++) {
      if (files.nth(i).isVisible()) {
        files.nth(i).setInputFiles(new FilePayload("合同.png", "image/png", picture()));
      }
    }
    next(page);
  }

  private static byte[] picture() {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  private static void next(Page page) {
    page.locator("main form .btn.big").click();
    page.waitForLoadState();
  }

  private Browser signedIn(Screen screen, String language) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen).language(language);
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill("ye");
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button").first().click();
    return browser;
  }
}
