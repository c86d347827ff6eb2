package org.yiwang.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.place.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure of a board is the length of the list that it opens. */
class BoardTests extends DemoDistrictTest {
  private static final Pattern FIGURE =
      Pattern.compile(
          "<a(?: class=\"[^\"]*\")? href=\"(/desk[^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
  private static final Pattern OF_HOW_MANY =
      Pattern.compile(
          "href=\"(/desk\\?pace=closed-late&amp;parent=none[^\"]*)\"(?:(?!</li>).)*?"
              + "([\\d,]+) closed late of ([\\d,]+) with a limit",
          Pattern.DOTALL);
  private static final Pattern SHARE =
      Pattern.compile(
          "<td[^>]*>\\s*<a href=\"(/desk\\?pace=closed-late[^\"]*)\">(.*?)</a>", Pattern.DOTALL);
  private static final Pattern SIGN =
      Pattern.compile(
          "<article class=\"wall-sign[^>]*data-tile=\"([^\"]+)\"(.*?)</article>", Pattern.DOTALL);
  private static final Pattern NOTED =
      Pattern.compile(
          "href=\"(/desk\\?pace=closed[^\"]*)\"((?:(?!href=).)*?)(\\d[\\d,]*) closed(?: late|, half within)",
          Pattern.DOTALL);
  private static final Pattern PLACE_OF_FIGURE =
      Pattern.compile(
          "<(?:td[^>]*class=\"number\"[^>]*|b data-live[^>]*|p class=\"wall-value\")>(.*?)</(?:td|b|p)>",
          Pattern.DOTALL);

  @Autowired Places places;
  @Autowired JsonMapper json;

  @Test
  void everyFigureOfTheBoardIsTheLengthOfItsList() throws Exception {
    Visitor duty = signedIn("duty");
    figuresEqualLists(duty, duty.get("/board").body(), 80);
  }

  @Test
  void everyFigureOfAStreetIsTheLengthOfItsList() throws Exception {
    Visitor duty = signedIn("duty");
    figuresEqualLists(duty, duty.get("/board/areas/310110019").body(), 60);
  }

  /** What everybody reads on the first page and what the duty officer reads is one count. */
  @Test
  void theFirstPageSaysOfReportsWhatTheBoardSays() throws Exception {
    Visitor duty = signedIn("duty");
    String board = duty.get("/board").body();
    List<String> reports = row(board, "Reports");
    String figures = duty.get("/report/figures").body();
    assertThat(figures).doesNotContain("elder-allowance", "file-correct", "company-registration");
    List<String> all = row(figures.substring(figures.indexOf("<tfoot>")), "All");
    assertThat(List.of(all.get(3), all.get(1), all.get(2)))
        .as("open, closed, on time")
        .containsExactly(reports.get(0), reports.get(2), reports.get(3));
    List<String> home = all("<b[^>]*>([\\d.,%]+)</b>", duty.get("/").body());
    assertThat(home).contains(all.get(0), all.get(1), all.get(2), all.get(3));
  }

  /** The figures in the row of a table that is headed so. */
  private static List<String> row(String page, String head) {
    Matcher row =
        Pattern.compile(
                "<tr>\\s*<t[hd][^>]*>(?:<b>)?" + head + "(?:</b>)?</t[hd]>(.*?)</tr>",
                Pattern.DOTALL)
            .matcher(page);
    assertThat(row.find()).as(head).isTrue();
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL).matcher(row.group(1));
    while (cell.find()) {
      cells.add(
          cell.group(1)
              .replaceAll("<span class=\"visually-hidden\">.*?</span>|<[^>]+>", "")
              .strip());
    }
    return cells;
  }

  @Test
  void noFigureStandsOutsideALink() throws Exception {
    Visitor duty = signedIn("duty");
    for (String address : List.of("/board", "/board/areas/310110019", "/wall")) {
      assertThat(loose(duty.get(address).body())).as(address).isEmpty();
    }
    assertThat(
            loose(
                "<td class=\"number\"><a href=\"/desk\">12</a></td>"
                    + "<td class=\"number\"><span class=\"tag\">96.4%</span></td>"
                    + "<p class=\"wall-value\">7</p>"))
        .containsExactly("96.4%", "7");
  }

  @Test
  void aStreetsShareOnTimeOpensWhatWasClosedTooLate() throws Exception {
    Visitor duty = signedIn("duty");
    for (String address : List.of("/board", "/board/areas/310110019")) {
      Matcher shares = SHARE.matcher(duty.get(address).body());
      int seen = 0;
      while (shares.find()) {
        String href = shares.group(1).replace("&amp;", "&");
        long late = total(duty, href);
        long onTime = total(duty, href.replace("closed-late", "closed-on-time"));
        String shown = words(shares.group(2));
        if (late + onTime == 0) {
          assertThat(shown).as(href).isEqualTo("–");
        } else {
          double share = 100.0 * onTime / (onTime + late);
          assertThat(Double.parseDouble(shown.replace("%", "")))
              .as(href)
              .isCloseTo(share, within(0.051));
        }
        seen++;
      }
      assertThat(seen).as(address).isGreaterThan(2);
    }
  }

  @Test
  void theShareOnTimeSaysOfHowManyItIs() throws Exception {
    Visitor duty = signedIn("duty");
    Matcher said = OF_HOW_MANY.matcher(duty.get("/board").body());
    assertThat(said.find()).isTrue();
    String href = said.group(1).replace("&amp;", "&");
    long late = total(duty, href);
    assertThat(number(said.group(2))).isEqualTo(late);
    assertThat(number(said.group(3)))
        .isEqualTo(late + total(duty, href.replace("closed-late", "closed-on-time")));
  }

  private static long number(String figure) {
    return Long.parseLong(figure.replace(",", ""));
  }

  @Test
  void everyFigureOfTheWallIsTheLengthOfItsList() throws Exception {
    Visitor leader = signedIn("leader");
    String wall = leader.get("/wall").body();
    assertThat(wall).contains("data-mode=\"wall\"", "Target 0", "Longest overdue");
    Map<String, String> signs = new LinkedHashMap<>();
    Matcher sign = SIGN.matcher(wall);
    while (sign.find()) {
      signs.put(sign.group(1), sign.group(2));
    }
    assertThat(signs.keySet())
        .containsExactly(
            "late", "escalated", "due-today", "open", "opened-today", "closed-today", "on-time");
    figuresEqualLists(leader, wall, 5);
    for (Map.Entry<String, String> one : signs.entrySet()) {
      String alone = leader.get("/wall/" + one.getKey()).body();
      assertThat(signs(alone)).containsExactly(one.getKey());
      assertThat(figures(alone)).as(one.getKey()).isEqualTo(figures(one.getValue()));
    }
    assertThat(leader.get("/wall/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void theWallsMapAndItsMostUrgentAreThoseOfTheList() throws Exception {
    Visitor leader = signedIn("leader");
    List<String> open = new ArrayList<>();
    String list = leader.get("/api/cases?pace=open&parent=none&sort=due&size=100").body();
    json.readTree(list).get("cases").forEach(of -> open.add(of.get("number").asString()));
    assertThat(all("<a href=\"/cases/([^\"]+)\"", leader.get("/wall/exceptions").body()))
        .isEqualTo(open.subList(0, 11));
    String map = leader.get("/wall/map").body();
    assertThat(all("<data hidden data-lon=\"([^\"]+)\"", map))
        .hasSize((int) total(leader, "/desk?pace=open&parent=none"));
    assertThat(map).doesNotContain("Too many for the map");
  }

  @Test
  void aStreetsVerifierSeesThatStreetOnly() throws Exception {
    Visitor verifier = signedIn("verify-siping");
    String board = verifier.get("/board").body();
    assertThat(board).contains("/board/areas/310110009").doesNotContain("/board/areas/310110019");
    figuresEqualLists(verifier, board, 30);
    assertThat(verifier.get("/board/areas/310110019").statusCode()).isEqualTo(403);
    for (JsonNode point : points(verifier)) {
      double lon = point.get("lon").asDouble();
      double lat = point.get("lat").asDouble();
      assertThat(places.locate(lon, lat).orElseThrow().area().code()).isEqualTo("310110009");
    }
  }

  @Test
  void theMapShowsEveryOpenCaseThatHasAPlace() throws Exception {
    Visitor duty = signedIn("duty");
    assertThat(points(duty).size()).isEqualTo((int) total(duty, "/desk?pace=open"));
  }

  @Test
  void residentsAndVisitorsSeeNoBoard() throws Exception {
    assertThat(signedIn("wang").get("/board").statusCode()).isEqualTo(403);
    assertThat(signedIn("wang").get("/wall").statusCode()).isEqualTo(403);
    assertThat(new Visitor().get("/board").statusCode()).isEqualTo(303);
    assertThat(new Visitor().get("/api/board/points").statusCode()).isEqualTo(401);
  }

  @Test
  void aStreetShowsWhereTheSameComesBack() throws Exception {
    Visitor duty = signedIn("duty");
    long repeated = 0;
    for (var area : places.listAreas()) {
      String page = duty.get("/board/areas/" + area.code()).body();
      repeated += page.contains("class=\"repeats\"") ? 1 : 0;
    }
    assertThat(repeated).isPositive();
  }

  private JsonNode points(Visitor visitor) throws Exception {
    return json.readTree(visitor.get("/api/board/points").body()).get("points");
  }

  private void figuresEqualLists(Visitor visitor, String page, int least) throws Exception {
    Map<String, Long> figures = figures(page);
    assertThat(figures).hasSizeGreaterThan(least);
    notes(page, figures);
    for (Map.Entry<String, Long> figure : figures.entrySet()) {
      assertThat(total(visitor, figure.getKey())).as(figure.getKey()).isEqualTo(figure.getValue());
    }
  }

  private static Map<String, Long> figures(String page) {
    Map<String, Long> figures = new LinkedHashMap<>();
    Matcher found = FIGURE.matcher(page);
    while (found.find()) {
      String shown = words(found.group(2));
      if (shown.matches("[\\d,]+")) {
        figures.put(found.group(1).replace("&amp;", "&"), Long.parseLong(shown.replace(",", "")));
      }
    }
    return figures;
  }

  /** Without tags and without what only a screen reader says. */
  private static String words(String html) {
    return html.replaceAll("<span class=\"visually-hidden\">.*?</span>", "")
        .replaceAll("<[^>]+>", "")
        .strip();
  }

  /** Figures of tables, of figures on top and of the wall's tiles that lead to no list. */
  private static List<String> loose(String page) {
    return all(PLACE_OF_FIGURE, 1, page.replaceAll("(?s)<a\\b.*?</a>", "")).stream()
        .map(BoardTests::words)
        .filter(left -> left.matches(".*\\d.*"))
        .toList();
  }

  private static List<String> signs(String wall) {
    return all(SIGN, 1, wall);
  }

  private static List<String> all(String pattern, String page) {
    return all(Pattern.compile(pattern), 1, page);
  }

  private static List<String> all(Pattern pattern, int group, String page) {
    return pattern.matcher(page).results().map(found -> found.group(group).strip()).toList();
  }

  /** Share and average open the list that the note beside them counts. */
  private static void notes(String page, Map<String, Long> figures) {
    Matcher noted = NOTED.matcher(page);
    int seen = 0;
    while (noted.find()) {
      String href = noted.group(1).replace("&amp;", "&");
      figures.put(href, Long.parseLong(noted.group(3).replace(",", "")));
      seen++;
    }
    assertThat(seen).isPositive();
  }

  private long total(Visitor visitor, String desk) throws Exception {
    String body = visitor.get(desk.replace("/desk", "/api/cases")).body();
    return json.readTree(body).get("total").asLong();
  }
}
