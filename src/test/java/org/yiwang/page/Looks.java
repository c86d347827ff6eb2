package org.yiwang.page;

import org.yiwang.Browser;

/** Takes pictures of pages by hand: address, then path,name,screen,lang,mode,theme for each. */
final class Looks {
  private static final int SLICE = 2000;

  private Looks() {}

  public static void main(String[] args) {
    for (int i = 1; i < args.length; i++) {
      String[] wish = args[i].split(",");
      try (Browser browser = Browser.visiting(args[0], Browser.Screen.valueOf(wish[2]))) {
        String login = System.getenv("LOGIN");
        if (login != null) {
          var page = browser.open("/sign-in");
          page.locator("[name=login]").fill(login);
          page.locator("[name=password]").fill("yiwang-demo");
          page.locator("main form button").first().click();
          page.waitForLoadState();
        }
        browser.language(wish[3]).mode(wish[4]).theme(wish[5]).open(wish[0]);
        browser.page().waitForTimeout(wish.length > 6 ? Integer.parseInt(wish[6]) : 400);
        browser
            .page()
            .evaluate(
                "(async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y); await new Promise(r => setTimeout(r, 120)); } scrollTo(0, 0); })()");
        browser.page().waitForTimeout(400);
        slices(browser.page(), wish[1]);
      }
    }
    System.exit(0);
  }

  private static void slices(com.microsoft.playwright.Page page, String name) {
    int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    int width = ((Number) page.evaluate("document.documentElement.clientWidth")).intValue();
    for (int y = 0; y < height; y += SLICE) {
      page.screenshot(
          new com.microsoft.playwright.Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(0, y, width, Math.min(SLICE, height - y))
              .setPath(
                  java.nio.file.Path.of("target/screenshots", name + "-" + y / SLICE + ".png")));
    }
  }
}
