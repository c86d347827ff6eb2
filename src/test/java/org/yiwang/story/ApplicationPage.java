package org.yiwang.story;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Person.Answer;

/**
 * The page of an application as its applicant sees it.
 *
 * @param state of all of it, in a word
 * @param cards one for each matter, in the order of the page
 */
record ApplicationPage(String state, List<Card> cards) {
  private static final Pattern TAG = Pattern.compile("<span class=\"tag[^\"]*\">([^<]*)</span>");
  private static final Pattern TITLE = Pattern.compile("<h2>([^<]*)</h2>");
  private static final Pattern NUMBER = Pattern.compile("(?:编号|Number) ([A-Z0-9]+-\\S+)");
  private static final Pattern ACTION = Pattern.compile("name=\"action\" value=\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  /**
   * One matter of it.
   *
   * @param number of its case; null while it waits
   * @param offers actions that there are forms for
   */
  record Card(
      String matter,
      String status,
      String words,
      @Nullable String number,
      String version,
      List<String> offers) {}

  static ApplicationPage of(Answer page) {
    String[] pieces = page.body().split("<section class=\"card\">", -1);
    return new ApplicationPage(
        first(TAG, pieces[0]), Arrays.stream(pieces).skip(1).map(ApplicationPage::read).toList());
  }

  /** The one case: of an application's page, or the check that the page of a promise is about. */
  static Card card(Answer page, StoryCase of) {
    return of.promise()
        ? read(page.body().substring(Math.max(0, page.body().indexOf("<h1>"))))
        : of(page).card(of.number());
  }

  private static Card read(String piece) {
    String words = Person.plain(piece);
    String number = first(NUMBER, words);
    String version = first(VERSION, piece);
    return new Card(
        first(TITLE, piece),
        first(TAG, piece),
        words,
        number.isEmpty() ? null : number,
        version.isEmpty() ? "0" : version,
        ACTION.matcher(piece).results().map(found -> found.group(1)).toList());
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Person.plain(found.group(1)) : "";
  }

  /**
   * @throws IllegalStateException if there is no such case on the page
   */
  Card card(String number) {
    return cards.stream()
        .filter(card -> number.equals(card.number()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No case " + number + " in " + cards));
  }
}
