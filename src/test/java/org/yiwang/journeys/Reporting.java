package org.yiwang.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.yiwang.Browser;

/** A resident's way through the pages of a report. */
final class Reporting {
  private static final int MOST_PAGES = 10;

  private Reporting() {}

  /** Answers page after page until the answers are shown for checking. */
  static Page writeUntilCheck(Browser resident, String words, String place) {
    Page page = resident.open("/report");
    for (int i = 0; i < MOST_PAGES && !page.url().endsWith("/report/check"); i++) {
      answer(page, words, place);
      page.locator("main form button.big").first().click();
    }
    return page;
  }

  /** Says what it is, and comes to the page that asks where. */
  static Page writeUntilWhere(Browser resident, String words) {
    Page page = resident.open("/report");
    for (int i = 0; i < MOST_PAGES && !page.url().contains("/report/where"); i++) {
      answer(page, words, "");
      page.locator("main form button.big").first().click();
    }
    return page;
  }

  /** A fresh visitor of the program at this port, signed in as one of the demo's people. */
  static Browser signedIn(int port, String account, Browser.Screen screen) {
    Browser browser = Browser.visiting("http://127.0.0.1:" + port, screen);
    signIn(browser, account);
    return browser;
  }

  /** Signs one of the demo's people in. */
  static Page signIn(Browser browser, String account) {
    Page page = browser.open("/sign-in");
    page.locator("[name=login]").fill(account);
    page.locator("[name=password]").fill("yiwang-demo");
    page.locator("main form button.btn").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  private static void answer(Page page, String words, String place) {
    if (page.url().contains("/report/where")) {
      if (page.locator("input[name=place]").count() == 0) {
        page.locator("[name=q]").fill(place);
      }
    } else if (page.url().contains("/report/photos")) {
      return;
    } else if (page.url().contains("/report/contact")) {
      page.locator("[name=phone]").fill("13900008000");
    } else if (page.locator("[name=text]").count() > 0) {
      page.locator("[name=text]").fill(words);
      if (page.locator("input[name=category]:visible").count() > 0) {
        page.locator("input[name=category]:visible").first().check();
      }
    }
  }

  /** A small picture as a camera makes one. */
  static FilePayload photo() {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0x7a9aa2));
    pen.fillRect(0, 0, 640, 480);
    pen.dispose();
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", bytes);
      return new FilePayload("photo.jpg", "image/jpeg", bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
