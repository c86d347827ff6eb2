package org.yiwang.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Pictures;
import org.yiwang.story.Lamp;
import org.yiwang.story.Person;

/** A grid worker where no network reaches: nothing is lost, and nothing is done twice. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class OutboxJourneyTests {
  private static final String FORM = "#form-confirm";

  /**
   * It tries again every five seconds, also where the browser does not say that a network is back.
   */
  private static final IsHiddenOptions SOON = new IsHiddenOptions().setTimeout(30_000);

  private static final ContainsTextOptions LATER = new ContainsTextOptions().setTimeout(30_000);

  @LocalServerPort int port;
  @Autowired Cases cases;

  @Test
  void whatIsDoneWithoutANetworkWaitsAndIsSentWhenOneReaches() {
    String number = Lamp.reported(port);
    try (Browser worker = Reporting.signedIn(port, "grid-siping", Screen.PHONE)) {
      Page page = worker.open("/cases/" + number);
      worker.offline(true);
      confirms(page, "雨里看过，灯不亮");
      assertThat(page.locator(FORM)).containsText("已存在这台设备的发件箱");
      assertThat(page.locator("[data-outbox]")).containsText("发件箱：1 件待发");
      worker.look("outbox-1-kept");
      assertThat(step(number)).isEqualTo("reported");

      worker.offline(false);
      assertThat(page.locator("[data-outbox]")).isHidden(SOON);
      assertThat(step(number)).isNotEqualTo("reported");
      Page after = worker.open("/cases/" + number);
      assertThat(after.locator(".case-history")).containsText("雨里看过，灯不亮");
      assertThat(after.locator("[data-gallery] img").first()).isVisible();
    }
  }

  @Test
  void whatSomebodyElseDidMeanwhileIsSaidAndTheWordsStay() {
    String number = Lamp.reported(port);
    try (Browser worker = Reporting.signedIn(port, "grid-siping", Screen.PHONE)) {
      Page page = worker.language("en").open("/cases/" + number);
      worker.offline(true);
      confirms(page, "kept words");
      assertThat(page.locator("[data-outbox]")).containsText("Outbox: 1 waiting");
      meanwhile(number);
      worker.offline(false);
      assertThat(page.locator("[data-outbox]")).containsText("1 of them not done", LATER);

      Page box = worker.open("/desk/outbox");
      assertThat(box.locator("[data-outbox-list]")).containsText("kept words");
      assertThat(box.locator("[data-outbox-list]")).containsText("Not done: ");
      worker.look("outbox-2-not-done");
      box.onDialog(asked -> asked.accept());
      box.locator("[data-outbox-list] .card button").click();
      assertThat(box.locator("[data-outbox-list]")).containsText("Nothing is waiting.");
    }
  }

  @Test
  void whoeverSignsInNextOnTheSamePhoneNeitherSeesNorSendsIt() {
    String number = Lamp.reported(port);
    try (Browser phone = Reporting.signedIn(port, "grid-siping", Screen.PHONE)) {
      Page page = phone.open("/cases/" + number);
      phone.offline(true);
      confirms(page, "我的话");
      assertThat(page.locator("[data-outbox]")).isVisible();
      page.navigate("about:blank");
      phone.offline(false);
      page.context().clearCookies();

      Reporting.signIn(phone, "verify-siping");
      Page other = phone.open("/desk/outbox");
      assertThat(other.locator("[data-outbox-list]")).containsText("没有待发的。");
      assertThat(step(number)).isEqualTo("reported");

      page.context().clearCookies();
      Reporting.signIn(phone, "grid-siping");
      assertThat(phone.open("/desk/outbox").locator("[data-outbox-list]")).containsText("没有待发的。");
      assertThat(step(number)).isNotEqualTo("reported");
    }
  }

  @Test
  void aListThatWasTakenAlongIsReadWithoutANetworkUntilSigningOut() {
    String number = Lamp.reported(port);
    try (Browser worker = Reporting.signedIn(port, "grid-siping", Screen.PHONE)) {
      Page desk = worker.open("/desk");
      desk.locator("[data-take-along] summary").click();
      desk.locator("[data-take-along] button").click();
      assertThat(desk.locator("[data-take-along] [role=status]")).containsText("已带上");
      worker.look("outbox-3-taken-along");
      worker.offline(true);
      Page page = worker.open("/cases/" + number);
      assertThat(page.locator("main")).containsText("路灯不亮");
      confirms(page, "离线看到的");
      assertThat(page.locator(FORM)).containsText("已存在这台设备的发件箱");
      Page box = worker.open("/desk/outbox");
      assertThat(box.locator("[data-along-list]")).containsText(number);
      worker.look("outbox-4-offline");
      worker.offline(false);
      assertThat(box.locator("[data-outbox]")).isHidden(SOON);
      assertThat(step(number)).isNotEqualTo("reported");

      signOut(box);
      assertThat(box.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
    }
  }

  private static void signOut(Page page) {
    page.locator(".menu summary").click();
    page.locator(".menu form[action='/sign-out'] button").click();
    page.waitForURL(address -> !address.contains("/desk"));
  }

  private static void confirms(Page page, String note) {
    if (!page.locator(FORM).isVisible()) {
      page.locator("#do-confirm summary").click();
    }
    page.locator(FORM + " [name=photos]")
        .setInputFiles(new FilePayload("a.jpg", "image/jpeg", Pictures.jpeg(8, 6)));
    page.locator(FORM + " [name=note]").fill(note);
    page.locator(FORM + " button:not([type=button])").click();
  }

  private void meanwhile(String number) {
    var answer =
        Person.signedIn(URI.create("http://127.0.0.1:" + port), "grid-siping")
            .post(
                "/api/cases/" + number + "/actions/confirm",
                Map.of("version", cases.find(number).orElseThrow().version()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private String step(String number) {
    return cases.find(number).orElseThrow().position().step();
  }
}
