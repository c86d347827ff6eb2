package org.yiwang.journeys;

import static java.util.Map.entry;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;

/**
 * What pages of files, applications and the counter need to be worth looking at: 李敏 acts for her
 * mother 王秀兰 by mandate, who asked for help with and applied for the allowance with a promise, and
 * the window has received 李敏, and somebody from abroad with a passport, and asks for one answer of
 * the application to be put right.
 *
 * @param places what stands for {@code {application}}, {@code {case}}, {@code {visit}}, {@code
 *     {guest}} (the visit of somebody with a passport), {@code {credential}}, {@code {shown}} (its
 *     presentation), {@code {promise}}, {@code {draft}} (with which help was asked for), {@code
 *     {part}} (a page of its questions), {@code {unasked}} (with which none was), {@code {mend}},
 *     {@code {help}}, {@code {party}}, {@code {firm}}, {@code {wrong}} (a fact to correct) and
 *     {@code {receipt}} (of a look) in a path
 */
record Acted(Map<String, String> places) {

  static Acted make(String address) {
    try (Browser li = Browser.visiting(address, Screen.PHONE);
        Browser wang = Browser.visiting(address, Screen.PHONE);
        Browser window = Browser.visiting(address, Screen.PHONE)) {
      Page daughter = Reporting.signIn(li, "li");
      Page mother = Reporting.signIn(wang, "wang");
      asked(li.open("/mandates/ask"));
      wang.open("/mandates");
      press(mother, "form[action$='/confirm'] button");
      String begun = wang.open("/apply/elder-allowance").url();
      asksForHelp(wang.open(draft(begun) + "/help"));
      String application = applied(wang.open(begun.replaceAll("https?://[^/]+", "")));
      String number = found(mother, "YP-\\d{8}-\\d+");
      String promise = link(wang.open("/promises"), "main a[href^='/promises/']");
      String credential = link(wang.open("/wallet"), "main a[href^='/wallet/']");
      String firm = link(li.open("/file"), "main p.row a");
      String part = begun(li, daughter);
      String asked = draft(part);
      asksForHelp(li.open(asked + "/help"));
      String unasked = wang.open("/apply/family-doctor").url();
      Reporting.signIn(window, "window");
      String visit = received(window.open("/window"));
      String guest = arrived(window.open("/window/newcomer"));
      asksToMend(window.open("/cases/" + number + "/messages"));
      return new Acted(
          Map.ofEntries(
              entry("{application}", application),
              entry("{case}", number),
              entry("{visit}", visit),
              entry("{guest}", guest),
              entry("{credential}", credential),
              entry("{shown}", presented(wang.open(credential + "/present"))),
              entry("{promise}", promise),
              entry("{draft}", asked),
              entry("{part}", part),
              entry("{unasked}", draft(unasked)),
              entry("{mend}", link(wang.open(application), "main a[href*='/mend/']")),
              entry("{help}", helped(address)),
              entry("{party}", link(window.open("/cases/" + number), "main a[href^='/parties/']")),
              entry("{firm}", firm),
              entry("{wrong}", link(li.open("/file"), "main a[href$='/wrong']")),
              entry("{receipt}", link(li.open("/file/looks"), "a[href^='/journal/receipt/']"))));
    }
  }

  /** The path with what it stands for. */
  String path(String path) {
    String filled = path;
    for (Map.Entry<String, String> place : places.entrySet()) {
      filled = filled.replace(place.getKey(), place.getValue());
    }
    return filled;
  }

  private static String draft(String address) {
    return address.replaceAll(".*(/drafts/[0-9a-f-]+).*", "$1");
  }

  private static void asked(Page page) {
    page.locator("[name=named]").fill("王秀兰");
    page.locator("[name=digits]").fill("0001");
    page.locator("[name=scope][value=all]").check();
    page.locator("[name=until]").fill("2027-06-30");
    press(page, "main form .btn");
  }

  private static String applied(Page page) {
    page.locator("[name=registered_here][value=yes]").check();
    press(page, "main form .btn.big");
    press(page, "main form .btn.big");
    page.locator("[name=bank][value=bosc]").check();
    page.locator("[name=bank_account]").fill("6200000000000000000");
    press(page, "main form .btn.big");
    page.locator("[name=way-account-proof][value=promise]").check();
    press(page, "main form .btn.big");
    page.locator("[name=confirm]").check();
    press(page, "main form .btn.big");
    return page.url().replaceAll(".*(/applications/[0-9a-f-]+).*", "$1");
  }

  /** The page of questions to which a draft leads that the daughter has begun for herself. */
  private static String begun(Browser li, Page page) {
    li.open("/apply/legal-aid");
    press(page, "main ul.links a");
    return page.url().replaceAll("https?://[^/]+", "");
  }

  private static String presented(Page page) {
    page.locator("[name=claims]").first().check();
    page.locator("[name=other]").fill("某物业公司（虚构）");
    page.locator("[name=purpose]").fill("租房登记");
    press(page, "main form .btn");
    return page.url().replaceAll("https?://[^/]+", "");
  }

  private static void asksToMend(Page page) {
    page.locator("[name=words]").fill("卡号少一位");
    page.locator("[name=question]").selectOption("bank_account");
    press(page, "main form .btn");
  }

  private static void asksForHelp(Page page) {
    page.locator("[name=words]").fill("家里几口人怎么算？");
    page.locator("[name=agree]").check();
    press(page, "main form .btn.big");
  }

  /** As the office that she asked finds it. */
  private static String helped(String address) {
    try (Browser office = Browser.visiting(address, Screen.PHONE)) {
      Reporting.signIn(office, "approve-justice");
      return link(office.open("/help"), "main a[href^='/help/']");
    }
  }

  private static String received(Page page) {
    page.locator("[name=named]").fill("李敏");
    page.locator("[name=digits]").fill("0047");
    page.locator("[name=purpose]").fill("来办居住证");
    press(page, "main form .btn.big");
    return page.url().replaceAll(".*(/window/[0-9a-f-]+).*", "$1");
  }

  private static String arrived(Page page) {
    page.locator("[name=shown]").last().check();
    page.locator("[name=name]").fill("安娜");
    page.locator("[name=document]").selectOption("passport");
    page.locator("[name=number]").fill("DEU C01X00T47");
    page.locator("[name=purpose]").fill("问居住证");
    press(page, "main form .btn.big");
    return page.url().replaceAll(".*(/window/[0-9a-f-]+).*", "$1");
  }

  private static void press(Page page, String button) {
    page.locator(button).first().click();
    page.waitForLoadState();
  }

  private static String link(Page page, String at) {
    return page.locator(at).first().getAttribute("href");
  }

  private static String found(Page page, String like) {
    Matcher found = Pattern.compile(like).matcher(page.locator("main").innerText());
    if (!found.find()) {
      throw new IllegalStateException("no " + like + " on " + page.url());
    }
    return found.group();
  }
}
