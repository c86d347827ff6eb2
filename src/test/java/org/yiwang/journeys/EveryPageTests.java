package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.ProgramTest;

/** Every page, by somebody who may open it, judged by axe-core in several looks. */
@Tag("journey")
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {
  private static final Map<String, List<String>> PAGES = new TreeMap<>();

  static {
    PAGES.put(
        "visitor",
        List.of(
            "/",
            "/sign-in",
            "/about",
            "/about/data",
            "/accessibility",
            "/report/figures",
            "/requests/lookup",
            "/follow",
            "/report",
            "/report/where",
            "/report/photos",
            "/report/contact",
            "/report/check",
            "/error",
            "/journal",
            "/verify",
            "/matters",
            "/matters?unit=police",
            "/matters?q=zzzzzz",
            "/matters?q=street%20lamp",
            "/report?q=business%20licence",
            "/search",
            "/search?q=shop%20sign",
            "/search?q=zzzzzz",
            "/matters/elder-allowance",
            "/matters/residence-permit",
            "/matters/codes/daxue-road-park",
            "/matters/figures",
            "/matters/ratings",
            "/bundles/open-firm",
            "{verify}"));
    PAGES.put("approve-police", List.of("{issued}"));
    PAGES.put("lu", List.of("{supplement}"));
    PAGES.put("approve-civil", List.of("/credentials", "/credentials?q=nothing"));
    PAGES.put(
        "wang",
        List.of(
            "/wallet",
            "{credential}",
            "{credential}/present",
            "{promise}",
            "{application}",
            "{application}/help",
            "{application}/{case}/messages",
            "{application}/{case}/correct",
            "{mend}",
            "{shown}",
            "{unasked}/help",
            "/journal/receipts?subject=case:{near}",
            "/messages",
            "/requests",
            "/requests/lookup/{near}",
            "/report/done/{near}",
            "/account",
            "/no-such-page",
            "/desk"));
    PAGES.put(
        "li",
        List.of(
            "/apply/elder-allowance",
            "/apply/bundles/open-firm",
            "/applications",
            "{application}",
            "{part}",
            "{draft}/check",
            "{draft}/evidence",
            "{draft}/help",
            "{draft}", // leads to the first question that is open
            "{pointed}",
            "/mandates",
            "/mandates/ask",
            "/mandates/give",
            "/file",
            "{wrong}",
            "{tie}",
            "{firm}",
            "/file/join",
            "/file/looks",
            "{receipt}",
            "/promises"));
    PAGES.put("approve-justice", List.of("/help", "{help}"));
    PAGES.put(
        "window",
        List.of(
            "/window",
            "/window/newcomer",
            "/window/newcomer/firm",
            "/window/again",
            "{visit}",
            "{visit}?target=matter:residence-permit",
            "{guest}",
            "{guest}?target=matter:residence-permit",
            "{guest}/join",
            "/cases/{case}",
            "/cases/{case}/messages",
            "/cases/{case}/supplement",
            "/mandates/window",
            "/parties",
            "{party}"));
    PAGES.put("grid-siping", List.of("/", "/desk", "/desk/outbox"));
    PAGES.put("handle-greening", List.of("/cases/{near}", "{chosen}"));
    PAGES.put(
        "duty",
        List.of(
            "/desk?pace=open",
            "/cases/{far}",
            "{party}", // without a case, so that a reason is asked for
            "/journal/receipts?subject=case:{near}"));
    PAGES.put(
        "leader",
        List.of(
            "/board",
            "/board/areas/310110009",
            "/wall",
            "/wall/late",
            "/cases/{near}",
            "/matters/figures",
            "/matters/figures/list?of=sent",
            "/matters/figures/list?of=granted",
            "/matters/figures/words"));
    PAGES.put("audit", List.of("/access-log"));
    PAGES.put(
        "admin",
        List.of(
            "/admin",
            "/admin/accounts/new",
            "{administered}",
            "/admin/programs",
            "/admin/packs",
            "/admin/messages",
            "/admin/jobs"));
  }

  /** Pages that this walk cannot open, and where they are judged instead, or why nowhere. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("/styleguide", "PageJourneyTests, in every look"),
          Map.entry("/report/suggestions", "a part of /report, where it is judged open"),
          Map.entry("/desk/next", "leads on to a case"),
          Map.entry("/offline.js", "a script"),
          Map.entry("/window/{id}/part", "JoinJourneyTests, once a file was joined"),
          Map.entry("/messages/{id}", "leads on to what the message is about"),
          Map.entry("/applications/new", "leads on to a draft"),
          Map.entry("/follow/{id}", "CaseCodeJourneyTests, with a code"),
          Map.entry("/follow/{id}/{number}/supplement", "CaseCodeJourneyTests, with a code"),
          Map.entry(
              "/follow/{id}/{number}/mend/{message}",
              "drawn by the template of the applicant's own page"),
          Map.entry("/wallet/asked", "RequestLinkJourneyTests, with another region that asks"),
          Map.entry("/drafts/{id}/elsewhere/{papers}/{request}", "RequestLinkJourneyTests"),
          Map.entry(
              "/cases/{number}/papers/{id}/keep", "PromiseJourneyTests, with a paper handed in"));

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @LocalServerPort private int port;
  private TwoCases cases;
  private Acted acted;
  private Further further;

  @BeforeAll
  void prepare() {
    cases = TwoCases.make(URI.create(address()));
    acted = Acted.make(address());
    further = Further.make(address(), acted, cases);
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  @ParameterizedTest
  @CsvSource({
    "zh, normal, light, DESKTOP",
    "en, normal, dark, PHONE",
    "zh, elder, light, PHONE",
    "en, elder, light, DESKTOP",
    "zh, elder, dark, DESKTOP",
  })
  void noPageHasABarrier(String language, String mode, String theme, Screen screen) {
    List<String> faults = new ArrayList<>();
    PAGES.forEach(
        (account, paths) -> {
          try (Browser browser = Browser.visiting(address(), screen)) {
            enter(browser, account);
            browser.language(language).mode(mode).theme(theme);
            paths.forEach(path -> judge(browser, path, faults, account + language + mode));
          }
        });
    assertThat(faults).isEmpty();
  }

  @Test
  void noPageIsLeftOut() {
    var addresses = new Addresses(mapping);
    Set<String> left = new TreeSet<>(addresses.pages());
    PAGES.values().stream()
        .flatMap(List::stream)
        .forEach(path -> left.remove(addresses.patternOf("GET", filled(path))));
    left.removeAll(LEFT_OUT.keySet());
    assertThat(left).isEmpty();
  }

  private static void enter(Browser browser, String account) {
    if (account.equals("visitor")) {
      Reporting.writeUntilCheck(browser, "路灯不亮", "同济大学");
    } else {
      Reporting.signIn(browser, account);
    }
  }

  private String filled(String path) {
    return further
        .path(acted.path(path))
        .replace("{near}", cases.near())
        .replace("{far}", cases.far());
  }

  private void judge(Browser browser, String path, List<String> faults, String look) {
    browser.open(filled(path));
    try {
      browser.axe();
      browser.fits();
    } catch (AssertionError fault) {
      faults.add(look + " " + fault.getMessage());
    }
  }
}
