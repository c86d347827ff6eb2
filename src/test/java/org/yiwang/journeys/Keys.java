package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;

/** Somebody with a keyboard alone, to whom it is always shown where they are. */
final class Keys {
  static final int MOST_STEPS = 80;

  /** What has the focus, whether the reader can see that, and where on the page it stands. */
  private static final String FOCUS =
      """
      () => {
        const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
        const at = e.type === 'date' ? ':focus-within' : ':focus-visible'; // its parts have it
        const seen = e.matches(at) && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return seen && inside;
      }""";

  /** Further on than before, or still within the same, as between the parts of a date. */
  private static final String ONWARD =
      """
      b => b === document.body || b === document.activeElement
        || !!(b.compareDocumentPosition(document.activeElement) & 4)""";

  private Keys() {}

  static Browser signedIn(String address, String account) {
    Browser browser = Browser.visiting(address, Screen.DESKTOP);
    Page page = browser.open("/sign-in");
    write(page, "[name=login]", account);
    page.keyboard().press("Tab");
    page.keyboard().type("yiwang-demo");
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return browser;
  }

  /** Presses Tab until it is there; on the way every stop is visible and none is higher up. */
  static void tabTo(Page page, String selector) {
    page.locator(selector).first().waitFor();
    for (int i = 0; i < MOST_STEPS; i++) {
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      Object before = page.evaluateHandle("document.activeElement");
      page.keyboard().press("Tab");
      assertThat((boolean) page.evaluate(FOCUS))
          .as("focus seen: %s on %s", page.evaluate("document.activeElement.outerHTML"), page.url())
          .isTrue();
      assertThat((boolean) page.evaluate(ONWARD, before))
          .as("focus goes on in reading order on " + page.url())
          .isTrue();
    }
    throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
  }

  static void write(Page page, String field, String words) {
    tabTo(page, field);
    page.keyboard().type(words);
  }

  /** Goes to the radios of that name, and along them with the arrow keys. */
  static void choose(Page page, String name, String value) {
    tabTo(page, "input[name='" + name + "']");
    String wanted = "input[name='" + name + "'][value='" + value + "']";
    page.keyboard().press("Space");
    for (int i = 0; i < MOST_STEPS && !page.locator(wanted).isChecked(); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator(wanted).isChecked()).as(wanted).isTrue();
  }

  static void tick(Page page, String box) {
    tabTo(page, box);
    page.keyboard().press("Space");
    assertThat(page.locator(box).first().isChecked()).as(box).isTrue();
  }

  /** A day, part by part, in the order in which this browser shows them. */
  static void day(Page page, String field, LocalDate day) {
    write(page, field, DateTimeFormatter.ofPattern("MMddyyyy").format(day));
    if (!page.locator(field).inputValue().equals(day.toString())) {
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("ArrowLeft");
      page.keyboard().type(String.valueOf(day.getYear()));
      page.keyboard().press("ArrowRight");
      page.keyboard().type(DateTimeFormatter.ofPattern("MMdd").format(day));
    }
    assertThat(page.locator(field).inputValue()).isEqualTo(day.toString());
  }

  /** Presses Enter on a link or a button that leads to another page. */
  static void enter(Page page, String selector) {
    tabTo(page, selector);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }
}
