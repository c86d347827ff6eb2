package org.yiwang.journeys;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.story.Person;

/**
 * What else has to have happened before every page can be opened: a firm was asked for more, an
 * officer pointed at one answer of a draft, somebody presented a credential.
 *
 * @param places what stands for {@code {supplement}}, {@code {pointed}}, {@code {tie}} (a relation
 *     to correct), {@code {verify}} (what a holder presented), {@code {issued}} (a credential, for
 *     its office), {@code {administered}} (an account) and {@code {chosen}} (cases on the desk)
 */
record Further(Map<String, String> places) {

  static Further make(String address, Acted acted, TwoCases cases) {
    return new Further(
        Map.of(
            "{supplement}", supplement(address),
            "{pointed}", pointed(address, acted),
            "{tie}", link(address, "li", "/file", "main a[href*='/relations/'][href$='/wrong']"),
            "{verify}", "/verify/" + code(address, acted),
            "{issued}", acted.path("{credential}").replace("/wallet/", "/credentials/"),
            "{administered}",
                link(address, "admin", "/admin", "main td a[href^='/admin/accounts/']"),
            "{chosen}", "/desk/chosen?case=" + cases.near()));
  }

  /** The path with what it stands for. */
  String path(String path) {
    String filled = path;
    for (Map.Entry<String, String> place : places.entrySet()) {
      filled = filled.replace(place.getKey(), place.getValue());
    }
    return filled;
  }

  private static String supplement(String address) {
    URI at = URI.create(address);
    String firm =
        link(address, "lu", "/file", "main p.row a").replaceAll(".*/file/([^/?]+).*", "$1");
    List<String> asked = LookScene.asked(at, LookScene.ofFirm(at, UUID.fromString(firm)));
    return asked.getLast();
  }

  /** The office that was asked for help points at one answer; the person finds it. */
  private static String pointed(String address, Acted acted) {
    try (Browser office = Browser.visiting(address, Screen.PHONE);
        Browser asked = Browser.visiting(address, Screen.PHONE)) {
      Reporting.signIn(office, "approve-justice");
      Page page = office.open(acted.path("{help}"));
      page.locator("[name=words]").fill("请看一下这一项");
      String first = "main [name=question] option[value]:not([value=''])";
      page.locator("[name=question]")
          .selectOption(page.locator(first).first().getAttribute("value"));
      page.locator("main form .btn").first().click();
      page.waitForLoadState();
      Reporting.signIn(asked, "li");
      return asked
          .open(acted.path("{draft}") + "/help")
          .locator("main a[href*='/help/questions/']")
          .first()
          .getAttribute("href");
    }
  }

  private static String code(String address, Acted acted) {
    return Person.signedIn(URI.create(address), "wang")
        .get(acted.path("{shown}"))
        .body()
        .replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");
  }

  private static String link(String address, String login, String page, String at) {
    try (Browser browser = Browser.visiting(address, Screen.PHONE)) {
      Reporting.signIn(browser, login);
      return browser.open(page).locator(at).first().getAttribute("href");
    }
  }
}
