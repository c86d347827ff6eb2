package org.yiwang.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.Browser;
import org.yiwang.Browser.Screen;
import org.yiwang.place.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What does not fit on a map is not left out in silence. */
@Tag("journey")
@TestPropertySource(properties = "yiwang.operations.most-points=5")
class CutMapTests extends DemoDistrictTest {
  private static final String ON_MAP = "only the 5 most urgent are drawn";

  @Autowired Places places;
  @Autowired JsonMapper json;

  @Test
  void theBoardsPointsAndTheWallSayWhereTheyAreCut() throws Exception {
    Visitor duty = signedIn("duty");
    JsonNode cut = json.readTree(duty.get("/api/board/points").body());
    assertThat(cut.get("points").size()).isEqualTo(5);
    assertThat(cut.get("cut").asString()).contains(ON_MAP);
    for (String address : new String[] {"/wall", "/wall/map"}) {
      assertThat(duty.get(address).body()).as(address).contains(ON_MAP);
    }
    JsonNode none = json.readTree(duty.get("/api/board/points?area=nowhere").body());
    assertThat(none.get("points").size()).isZero();
    assertThat(none.get("cut").isNull()).isTrue();
  }

  @Test
  void aStreetSaysThatNotAllWasCompared() throws Exception {
    Visitor duty = signedIn("duty");
    for (var area : places.listAreas()) {
      assertThat(duty.get("/board/areas/" + area.code()).body())
          .contains("Too many cases in 90 days: only 5 of them were compared.");
    }
  }

  @Test
  void theReaderOfTheBoardReadsItBelowTheMap() {
    try (Browser browser = Browser.visiting(address(), Screen.DESKTOP)) {
      Page page = browser.open("/sign-in");
      page.locator("[name=login]").fill("duty");
      page.locator("[name=password]").fill("yiwang-demo");
      page.locator("main form button").first().click();
      page = browser.open("/board");
      page.locator(".board-map").scrollIntoViewIfNeeded();
      assertThat(page.locator(".board-map .map-cut")).hasText("办件太多，地图上只画了最急的 5 件，其余请看列表。");
      browser.look("board-map-cut");
    }
  }
}
