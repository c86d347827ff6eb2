package org.yiwang.journeys;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;

/**
 * What pages of files, applications and the counter need to be worth looking at: 李敏 acts for her
 * mother 王秀兰 by mandate, who asked for help with and applied for the allowance with a promise, and
 * the window has received 李敏.
 *
 * @param places what stands for {@code {application}}, {@code {case}}, {@code {visit}}, {@code
 *     {credential}}, {@code {promise}}, {@code {draft}} (with which help was asked for), {@code
 *     {unasked}} (with which none was), {@code {help}} and {@code {firm}} in a path
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
      String draft = link(begun(li, daughter), "main a[href^='/drafts/']");
      String asked = draft(draft);
      asksForHelp(li.open(asked + "/help"));
      String unasked = wang.open("/apply/family-doctor").url();
      Reporting.signIn(window, "window");
      String visit = received(window.open("/window"));
      return new Acted(
          Map.of(
              "{application}", application,
              "{case}", number,
              "{visit}", visit,
              "{credential}", credential,
              "{promise}", promise,
              "{draft}", asked,
              "{unasked}", draft(unasked),
              "{help}", helped(address),
              "{firm}", firm));
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
    page.locator("[name=applicant_phone]").fill("10000000001");
    press(page, "main form .btn.big");
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

  /** A draft that the daughter has begun for herself. */
  private static Page begun(Browser li, Page page) {
    li.open("/apply/legal-aid");
    press(page, "main ul.links a");
    return li.open("/applications");
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
