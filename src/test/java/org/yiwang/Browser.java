package org.yiwang;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium for journeys. One is started for the whole test JVM; each {@code Browser} is a
 * fresh visitor in it, with its own cookies. Tests are skipped, and say so, where there is none.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars");

  /** How wide and high the visitor's window is, in CSS pixels. */
  public enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900),
    /** The narrowest width at which pages must still fit without sideways scrolling. */
    NARROWEST(320, 720);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final class Shared {
    static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private static com.microsoft.playwright.Browser launch() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(findChromium().orElseThrow())
                  .setArgs(FLAGS));
    }
  }

  private final BrowserContext visitor;
  private final String address;
  private final Page page;

  private Browser(BrowserContext visitor, String address) {
    this.visitor = visitor;
    this.address = address;
    this.page = visitor.newPage();
    page.setDefaultTimeout(30_000);
  }

  /** A visitor of the program at this address, e.g. {@code http://127.0.0.1:8080}. */
  public static Browser visiting(String address, Screen screen) {
    return visiting(address, screen, true);
  }

  /** A visitor whose browser runs no script, for what must work without. */
  public static Browser withoutScript(String address, Screen screen) {
    return visiting(address, screen, false);
  }

  private static Browser visiting(String address, Screen screen, boolean script) {
    Assumptions.assumeTrue(
        findChromium().isPresent(),
        "No Chromium found: install it (Debian: apt-get install chromium) to run the journeys.");
    return new Browser(
        Shared.CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setJavaScriptEnabled(script)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")),
        address);
  }

  private static Optional<Path> findChromium() {
    return findChromium(System.getenv("YIWANG_CHROMIUM"));
  }

  /** The one that {@code YIWANG_CHROMIUM} names, or the first at the usual places. */
  static Optional<Path> findChromium(@Nullable String named) {
    Stream<String> asked = Stream.ofNullable(named).filter(place -> !place.isBlank());
    return Stream.concat(asked, PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** {@code zh} or {@code en}. */
  public Browser language(String language) {
    return prefer("lang", language);
  }

  /** {@code normal}, {@code elder} or {@code wall}. */
  public Browser mode(String mode) {
    return prefer("mode", mode);
  }

  /** {@code auto}, {@code light} or {@code dark}. */
  public Browser theme(String theme) {
    return prefer("theme", theme);
  }

  /** Pages that ask are told that the visitor stands here. */
  public Browser standingAt(double lon, double lat) {
    visitor.grantPermissions(List.of("geolocation"));
    visitor.setGeolocation(new Geolocation(lat, lon));
    return this;
  }

  /** Nobody is told where the visitor is. */
  public Browser hidingWhere() {
    visitor.grantPermissions(List.of());
    return this;
  }

  private Browser prefer(String name, String value) {
    visitor.addCookies(List.of(new Cookie("yiwang-" + name, value).setUrl(address)));
    return this;
  }

  /** No network reaches the visitor, or one does again. */
  public void offline(boolean away) {
    visitor.setOffline(away);
  }

  /** Opens a path of the program and gives the page to act on. */
  public Page open(String path) {
    page.navigate(address + path);
    return page;
  }

  public Page page() {
    return page;
  }

  /**
   * Asserts that axe-core finds no violation of WCAG 2.2 AA or its best practices on the page, and
   * that no two elements share an id: labels and links would lead to the first of them.
   */
  public void axe() {
    Object twice =
        page.evaluate(
            """
            () => [...document.querySelectorAll('[id]')].map(e => e.id)
              .filter((id, at, all) => all.indexOf(id) !== at)""");
    Assertions.assertEquals(List.of(), twice, () -> "ids twice on " + page.url());
    List<Rule> found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    Assertions.assertTrue(found.isEmpty(), () -> page.url() + "\n" + words(found));
  }

  private static String words(List<Rule> found) {
    return found.stream()
        .map(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> "\n    " + node.getTarget() + " " + node.getHtml())
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** Keeps the page as a picture, and asserts that it fits and that axe-core finds nothing. */
  public void look(String name) {
    shot(name);
    fits();
    axe();
  }

  /** Asserts that nothing has to be scrolled sideways. */
  public void fits() {
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    Assertions.assertEquals(0, ((Number) wider).intValue(), "pixels too wide: " + page.url());
  }

  /** Keeps the whole page as {@code target/screenshots/<name>.png}, to be looked at. */
  public void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots", name + ".png"))
            .setFullPage(true));
  }

  @Override
  public void close() {
    visitor.close();
  }
}
