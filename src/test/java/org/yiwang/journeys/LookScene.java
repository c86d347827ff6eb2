package org.yiwang.journeys;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.story.Person;

/**
 * People who have left words of their own wherever the program takes any: reported, applied for
 * themselves and for a firm, asked for help, promised, corrected, asked why.
 *
 * @param typed what each typed that nobody else did, by login
 * @param places addresses of all of it
 */
record LookScene(Acted acted, Map<String, List<String>> typed, List<String> places) {
  static LookScene make(URI at, UUID firm) {
    TwoCases cases = TwoCases.make(at);
    Acted acted = Acted.make(at.toString());
    List<String> places = new ArrayList<>();
    acted.places().values().stream().filter(place -> place.startsWith("/")).forEach(places::add);
    String number = acted.path("{case}");
    List.of(number, cases.near(), cases.far()).forEach(one -> places.addAll(ofCase(one)));
    String ofFirm = ofFirm(at, firm);
    places.add(ofFirm);
    places.addAll(asked(at, ofFirm));
    String draft = acted.path("{draft}");
    places.addAll(List.of(draft + "/check", draft + "/evidence"));
    places.add(filledAtCounter(at, acted.path("{visit}")));
    Person wang = Person.signedIn(at, "wang");
    corrected(wang);
    return new LookScene(
        acted,
        Map.of(
            "wang", List.of("6200000000000000000", "档案里写错了（王）"),
            "li", List.of(),
            "zhou", List.of(),
            "lu", List.of("10000099111")),
        List.copyOf(places));
  }

  /** Where a case can be read. */
  static List<String> ofCase(String number) {
    return List.of(
        "/cases/" + number,
        "/cases/" + number + "/messages",
        "/cases/" + number + "/supplement",
        "/api/cases/" + number,
        "/api/requests/" + number,
        "/journal/receipts?subject=case:" + number);
  }

  /** The same with more places to open. */
  LookScene with(List<String> more) {
    return new LookScene(acted, typed, Stream.concat(places.stream(), more.stream()).toList());
  }

  private static void corrected(Person person) {
    String wrong =
        person.get("/file").body().replaceAll("(?s).*?href=\"(/file/facts/\\d+/wrong)\".*", "$1");
    person.form(wrong, Map.of("value", "其他", "why", "档案里写错了（王）"));
  }

  /** Somebody who acts for a firm applies in its name; the application's address. */
  static String ofFirm(URI at, UUID firm) {
    try (Browser lu = Browser.visiting(at.toString(), Screen.PHONE)) {
      Reporting.signIn(lu, "lu");
      Page page = lu.open("/apply/housing-fund-account?for=" + firm);
      for (int pages = 0; pages < 9 && !page.url().contains("/applications/"); pages++) {
        fill(page);
        page.locator("main form .btn.big").first().click();
        page.waitForLoadState();
      }
      if (!page.url().contains("/applications/")) {
        throw new IllegalStateException(page.url() + page.locator("main").innerText());
      }
      return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
    }
  }

  /** The office asks the firm for something; the addresses of the case, and of what is asked. */
  static List<String> asked(URI at, String application) {
    String body = Person.signedIn(at, "lu").get(application).body();
    String number = body.replaceAll("(?s).*?(YP-\\d{8}-\\d+).*", "$1");
    Person officer = Person.signedIn(at, "approve-fund");
    String asking = officer.get("/cases/" + number + "/supplement").body();
    String version = asking.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    officer.form(
        "/cases/" + number + "/supplement",
        Map.of("version", version, "reason-field:applicant_phone", "少一位"));
    return List.of("/cases/" + number, application + "/" + number + "/supplement");
  }

  /** The first page of what a window officer fills in for somebody who has agreed. */
  private static String filledAtCounter(URI at, String visit) {
    try (Browser window = Browser.visiting(at.toString(), Screen.PHONE)) {
      Reporting.signIn(window, "window");
      Page page = window.open(visit + "?target=matter:family-doctor");
      page.locator("[name=shown]").first().check();
      page.locator("[name=way]").first().check();
      page.locator("main form .btn.big").first().click();
      page.waitForURL(url -> url.contains("/drafts/"));
      return page.url().replaceAll("https?://[^/]+", "");
    }
  }

  private static void fill(Page page) {
    if (page.locator("[name=applicant_phone]").count() > 0) {
      page.locator("[name=applicant_phone]").fill("10000099111");
    }
    if (page.locator("[name=has_employees]").count() > 0) {
      page.locator("[name=has_employees][value=no]").check();
    }
    if (page.locator("[name=confirm]").count() > 0) {
      page.locator("[name=confirm]").check();
    }
  }
}
