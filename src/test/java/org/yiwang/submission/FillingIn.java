package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiwang.matter.Form.Part;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Somebody's draft as a browser lets them fill it in: nothing is typed for which the page has no
 * field.
 */
record FillingIn(Person who, String draft) {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern PAPER = Pattern.compile("name=\"(?:way|file)-([a-z0-9-]+)\"");

  static FillingIn begun(Person who, Target target) {
    return new FillingIn(who, Applicant.found(DRAFT, who.get(target.apply()).body()));
  }

  /**
   * One page after it was filled in.
   *
   * @param sent what was typed in the end
   * @param answer what came back; the page before it was filled in, if that is not there
   */
  record Typed(Map<String, String> sent, Answer answer) {}

  String path(Part part) {
    return draft + "/parts/" + part.id();
  }

  /** Where an answer opens further questions, or a row is added, these are typed next. */
  Typed fill(Part part, TypedPart means) {
    String path = path(part);
    Answer page = who.get(path);
    Map<String, String> typed = Map.of();
    while (page.path().equals(path)) {
      Map<String, String> onPage = FieldsOnPage.of(page.body(), path);
      Map<String, String> now = means.sent(onPage);
      if (now.keySet().equals(typed.keySet())) {
        return new Typed(typed, page);
      }
      typed = now;
      Map<String, String> form = new LinkedHashMap<>(now);
      String more = means.shortOfRows(onPage);
      if (!more.isEmpty()) {
        form.put("add-row", more);
      }
      page = who.form(path, form);
    }
    return new Typed(typed, page);
  }

  /** Each paper in one of the ways that the page offers. */
  void giveEvidence(Random chance, String as) {
    String path = draft + "/evidence";
    String page = who.get(path).body();
    Set<String> papers = new TreeSet<>();
    PAPER.matcher(page).results().map(found -> found.group(1)).forEach(papers::add);
    Map<String, String> ways = new HashMap<>();
    for (String paper : papers) {
      String way = way(page, paper, chance);
      if (way.equals("upload")) {
        who.file(path, "file-" + paper, Applicant.PNG);
      }
      ways.put("way-" + paper, way);
    }
    if (!papers.isEmpty()) {
      Answer given = who.form(path, ways);
      assertThat(given.path()).as("%s: %s %s", as, ways, given.shortly()).endsWith("/check");
    }
  }

  private static String way(String page, String paper, Random chance) {
    List<String> ways = new ArrayList<>();
    Pattern.compile("<input[^>]*name=\"way-" + Pattern.quote(paper) + "\"[^>]*>")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(input -> input.replaceFirst("(?s).*value=\"([a-z]+)\".*", "$1"))
        .filter(way -> !way.equals("elsewhere")) // TwoRegionsTests has another region
        .forEach(ways::add);
    return ways.isEmpty() ? "upload" : ways.get(chance.nextInt(ways.size()));
  }

  Answer send() {
    return who.form(draft + "/check", Map.of("confirm", "yes"));
  }

  void drop() {
    assertThat(who.form(draft + "/drop", Map.of()).path()).isEqualTo("/applications");
    assertThat(who.get(draft).status()).isEqualTo(404);
  }
}
