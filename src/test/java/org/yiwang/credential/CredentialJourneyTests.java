package org.yiwang.credential;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Accounts;
import org.yiwang.journal.Actor;
import org.yiwang.party.Parties;

/** The pages of holders, officers and whoever checks, in several looks, without a barrier. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class CredentialJourneyTests {
  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private Accounts accounts;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private CredentialStore store;

  @ParameterizedTest
  @CsvSource({
    "zh, normal, light, DESKTOP",
    "en, normal, dark, PHONE",
    "zh, elder, light, PHONE",
    "zh, normal, light, PHONE",
    "en, normal, light, DESKTOP",
  })
  void nobodyMeetsABarrier(String language, String mode, String theme, Screen screen) {
    Credential card = issue();
    Presentation use =
        credentials.present(
            new PresentRequest(
                card.id(),
                Set.of("reader"),
                "会员折扣",
                "隔壁书店",
                java.time.Duration.ofDays(1),
                Actor.SYSTEM));
    String look =
        String.join("-", language, mode, theme, screen.name()).toLowerCase(java.util.Locale.ROOT);
    Map<String, List<String>> pages =
        Map.of(
            "mei",
            List.of(
                "/wallet",
                "/wallet/" + card.id(),
                "/wallet/presentations/" + use.id(),
                "/journal/receipts?subject=credential:" + card.id()),
            "lin",
            List.of(
                "/credentials",
                "/credentials?q=1",
                "/credentials/" + card.id(),
                "/credentials/" + card.id() + "?why=call"),
            "",
            List.of("/verify", "/verify/" + use.code()));
    pages.forEach((account, paths) -> visit(account, paths, new Look(look, screen)));
  }

  /** What comes after the picture shows when there is one; nothing of it needs a script. */
  @Test
  void aPictureIsTakenAndCheckedWithoutAScript() throws IOException {
    Credential card = issue();
    String token = store.find(card.id()).orElseThrow().token();
    byte[] photo = PhotographedCode.of(token, 3000, 2250, 9, 3);
    try (Browser browser = Browser.withoutScript("http://127.0.0.1:" + port, Screen.PHONE)) {
      Page page = browser.open("/verify");
      assertThat(page.locator(".capture button")).isHidden();
      assertThat(page.locator("label[for=photo]")).isVisible();
      page.locator("#photo").setInputFiles(new FilePayload("code.jpg", "image/jpeg", photo));
      assertThat(page.locator(".capture-first")).isHidden();
      browser.shot("verify-taken-phone");
      page.locator(".capture button").click();
      assertThat(page.locator("main")).containsText(card.number());
      browser.shot("verify-told-phone");
    }
  }

  private record Look(String name, Screen screen) {}

  private void visit(String account, List<String> paths, Look look) {
    List<String> parts = new ArrayList<>(List.of(look.name().split("-")));
    try (Browser browser = Browser.visiting("http://127.0.0.1:" + port, look.screen())) {
      if (!account.isEmpty()) {
        browser.open("/sign-in");
        browser.page().locator("[name=login]").fill(account);
        browser.page().locator("[name=password]").fill("yiwang-demo");
        browser.page().locator("main form button.btn").first().click();
        browser.page().waitForURL(url -> !url.contains("/sign-in"));
      }
      browser.language(parts.get(0)).mode(parts.get(1)).theme(parts.get(2));
      for (int i = 0; i < paths.size(); i++) {
        browser.open(paths.get(i));
        browser
            .page()
            .evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
        browser.shot(
            "credential-" + (account.isEmpty() ? "visitor" : account) + i + "-" + look.name());
        browser.axe();
        browser.fits();
      }
    }
  }

  private Credential issue() {
    String account = accounts.findByLogin("mei").orElseThrow().id().toString();
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount(account, "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }
}
