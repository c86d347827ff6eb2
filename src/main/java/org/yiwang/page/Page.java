package org.yiwang.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/**
 * What every page knows (页面): the reader's language, mode and theme, where the page stands, who is
 * signed in, and how to write words, times and numbers for this reader. A controller method takes
 * it as an argument and answers with {@link #view}. Immutable, for one request.
 */
public final class Page {
  private final Surroundings around;
  private final Text title;

  Page(Surroundings around, Text title) {
    this.around = around;
    this.title = title;
  }

  /** The program's own words in the reader's language. */
  public String t(String zh, String en) {
    return language() == Language.ZH ? zh : en;
  }

  public String t(Text text) {
    return text.in(language());
  }

  public Language language() {
    return around.preferences().language();
  }

  public Mode mode() {
    return around.preferences().mode();
  }

  public Theme theme() {
    return around.preferences().theme();
  }

  /** The path asked for, without parameters. */
  public String path() {
    return around.query().path();
  }

  /** The address asked for, to make the addresses of filters and further pages from. */
  public Query query() {
    return around.query();
  }

  /** Under which the logs tell about this request; shown on error pages. */
  public String requestId() {
    return around.requestId();
  }

  /** "11月22日 19:34"; with the year when it is another one than now. */
  public String dateTime(Instant instant) {
    return around.writing().dateTime(instant);
  }

  /** "2026年11月22日". */
  public String date(Instant instant) {
    return around.writing().date(instant);
  }

  /** "19:34". */
  public String time(Instant instant) {
    return around.writing().time(instant);
  }

  /** "12,345". */
  public String number(long number) {
    return around.writing().number(number);
  }

  /** A share between 0 and 1 as "96.4%". */
  public String percent(double share) {
    return around.writing().percent(share);
  }

  /** "2 小时 10 分": the two largest units; negative as its size. */
  public String span(Duration duration) {
    return around.writing().span(duration);
  }

  /**
   * The address of a file under {@code static/}, e.g. {@code js/map.js}; changes with its content.
   */
  public String asset(String file) {
    return around.assets().own(file);
  }

  /** The address of a file of a browser library, e.g. {@code library("ol", "dist/ol.js")}. */
  public String library(String name, String file) {
    return around.assets().library(name, file);
  }

  /**
   * Answers with {@code src/main/jte/<template>.jte}, which gets {@code page} and the named values.
   */
  public ModelAndView view(String template, Text pageTitle, Object... namesAndValues) {
    return view(HttpStatus.OK, template, pageTitle, namesAndValues);
  }

  /**
   * As {@link #view(String, Text, Object...)} with another HTTP number, e.g. 422 for a form with
   * faults.
   */
  public ModelAndView view(
      HttpStatus status, String template, Text pageTitle, Object... namesAndValues) {
    Map<String, Object> model = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      model.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    model.put("page", new Page(around, pageTitle));
    return new ModelAndView(template, model, status);
  }

  /**
   * Draws a form, with what is wrong with it if something is: the template gets {@code errors}, and
   * the first refusal's kind decides the HTTP number.
   */
  public ModelAndView form(
      String template, Text pageTitle, Refusals errors, Object... namesAndValues) {
    ModelAndView drawn = view(template, pageTitle, namesAndValues);
    drawn.addObject("errors", errors);
    drawn.setStatus(errors.http());
    return drawn;
  }

  /** Answers a form that did its work: "see the other page", so that reloading repeats nothing. */
  public ModelAndView redirect(String path) {
    ModelAndView answer = new ModelAndView("redirect:" + Address.sendable(path));
    answer.setStatus(HttpStatus.SEE_OTHER);
    return answer;
  }

  /** The title of this page, without the site's name. */
  public String title() {
    return t(title);
  }

  /** The name and value of the hidden field that shows that a form came from here. */
  public String csrfName() {
    return around.csrf().name();
  }

  public String csrfToken() {
    return around.csrf().value().get();
  }

  public String districtName() {
    return t(around.district().name());
  }

  /** The body that runs this site. */
  public String operator() {
    return t(around.district().operator());
  }

  /** The telephone number of the human at the other end. */
  public String hotline() {
    return around.district().hotline();
  }

  /** Whom to call at once in danger, one sentence; null where the district says nothing. */
  public @Nullable String emergency() {
    Text words = around.district().emergency();
    return words == null ? null : t(words);
  }

  /** What a case number looks like here, for a hint beside a field. */
  public String exampleNumber() {
    return around.district().numberPrefix() + "-20260105-00318";
  }

  /** Some places that people here know, one after the other; empty where none are named. */
  public String examplePlaces() {
    return around.district().examplePlaces().stream()
        .map(this::t)
        .collect(Collectors.joining(t("、", ", ")));
  }

  /** The languages the district speaks, the default first. */
  public List<Language> languages() {
    return around.district().languages();
  }

  /** Attributions of the pack's data. */
  public List<Text> credits() {
    return around.district().credits();
  }

  /** Whether people and data are invented, which every page then says. */
  public boolean demo() {
    return around.demo();
  }

  /** The header's links for this reader, in order. */
  public List<NavLink> navigation() {
    return around.navigation().get();
  }

  /** Whether this page is the link's page or one below it, and below no closer link. */
  public boolean isAt(String href) {
    return isBelow(href)
        && navigation().stream()
            .map(NavLink::href)
            .noneMatch(other -> other.length() > href.length() && isBelow(other));
  }

  private boolean isBelow(String href) {
    return href.equals("/") ? path().equals("/") : (path() + "/").startsWith(href + "/");
  }

  public Optional<SignedIn> signedIn() {
    return around.signedIn().get();
  }

  public String signInHref() {
    return around.signInHref().get();
  }
}
