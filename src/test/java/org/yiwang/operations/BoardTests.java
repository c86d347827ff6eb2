package org.yiwang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
  private static final Pattern LATE_SHARE = Pattern.compile("(\\d+) closed late");
  private static final Pattern CLOSED = Pattern.compile("(\\d+) closed, half within");

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

  @Test
  void everyFigureOfTheWallIsTheLengthOfItsList() throws Exception {
    Visitor leader = signedIn("leader");
    String wall = leader.get("/wall").body();
    assertThat(wall).contains("data-mode=\"wall\"", "Target 0", "Most urgent");
    for (String tile : new String[] {"late", "open", "on-time", "map", "exceptions"}) {
      assertThat(leader.get("/wall/" + tile).statusCode()).as(tile).isEqualTo(200);
    }
    assertThat(leader.get("/wall/nothing").statusCode()).isEqualTo(404);
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
    Map<String, Long> figures = new LinkedHashMap<>();
    Matcher found = FIGURE.matcher(page);
    while (found.find()) {
      String shown =
          found.group(2).replaceAll("<span[^>]*>.*?</span>", "").replaceAll("<[^>]+>", "");
      if (shown.strip().matches("[\\d,]+")) {
        figures.put(
            found.group(1).replace("&amp;", "&"), Long.parseLong(shown.strip().replace(",", "")));
      }
    }
    assertThat(figures).hasSizeGreaterThan(least);
    notes(page, figures);
    for (Map.Entry<String, Long> figure : figures.entrySet()) {
      assertThat(total(visitor, figure.getKey())).as(figure.getKey()).isEqualTo(figure.getValue());
    }
  }

  /** Share and average open the list that their note counts. */
  private static void notes(String page, Map<String, Long> figures) {
    Matcher link = Pattern.compile("href=\"(/desk\\?pace=closed[^\"]*)\"").matcher(page);
    while (link.find()) {
      String href = link.group(1).replace("&amp;", "&");
      Pattern note = href.contains("closed-late") ? LATE_SHARE : CLOSED;
      Matcher said = note.matcher(page);
      if (said.find() && !figures.containsKey(href) && !href.contains("grid=")) {
        figures.put(href, Long.parseLong(said.group(1)));
      }
    }
  }

  private long total(Visitor visitor, String desk) throws Exception {
    String body = visitor.get(desk.replace("/desk", "/api/cases")).body();
    return json.readTree(body).get("total").asLong();
  }
}
