package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Visitor;
import org.yiwang.pack.District;

/** Where a report is, without script: what is chosen is what somebody chose. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class WherePagesTests {
  private static final String PATH = "/report/where";
  private static final Pattern CHOSEN =
      Pattern.compile("name=\"place\" value=\"([^\"]+)\"[^>]*\\bchecked");

  @LocalServerPort private int port;
  @Autowired private District district;
  private Visitor visitor;

  @BeforeEach
  void sayWhatItIs() {
    visitor = new Visitor(port);
    visitor.send("/report", "/report", "text", "灯不亮", "category", "street-lamp-out");
  }

  private HttpResponse<String> say(String... fields) {
    return visitor.send(PATH, PATH, fields);
  }

  private static String certain(HttpResponse<String> page) {
    Matcher chosen = CHOSEN.matcher(page.body());
    return chosen.find() ? chosen.group(1) : "none";
  }

  /** 彰武路 lies in 四平路街道; the roads that look like it lie elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"彰武路 100 号", "彰武路"})
  void aRoadThatIsOnlySimilarIsOfferedButNotChosenForAnybody(String words) {
    HttpResponse<String> found = say("q", words, "todo", "find");

    assertThat(found.body()).contains("是其中哪一个？").contains("都不是？选所在的街道");
    assertThat(certain(found)).isEqualTo("none");
    assertThat(say("q", words, "listed", words).body()).contains("请选是其中哪一个。");
  }

  @ParameterizedTest
  @CsvSource({
    "杨浦公园, park-p06g001",
    "四平路 1777 号, park-p06g011",
    "五角场地铁站, metro-5306444971",
    "Yangpu Park, park-p06g001"
  })
  void whatIsCertainlyMeantIsChosen(String words, String landmark) {
    assertThat(certain(say("q", words, "todo", "find"))).isEqualTo(landmark);
  }

  @Test
  void anAddressThatNobodyKnowsGoesByItsStreetAndStaysAsItWasWritten() {
    String words = "彰武路 100 号";
    say("q", words, "todo", "find");
    HttpResponse<String> sent = say("q", words, "listed", words, "area", "310110009");

    assertThat(Visitor.location(sent)).endsWith("/report/photos");
    visitor.send("/report/photos", "/report/photos", "todo", "next");
    visitor.send("/report/contact", "/report/contact", "phone", "");
    assertThat(visitor.get("/report/check").body()).contains("四平路街道，彰武路 100 号");
  }

  @Test
  void wordsThatFindNothingAreKeptBesideTheStreets() {
    HttpResponse<String> nothing = say("q", "zzzz qqqq");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("没有找到“zzzz qqqq”").contains("或者选所在的街道");
  }

  @Test
  void aStreetChosenForOtherWordsIsForgotten() {
    HttpResponse<String> other = say("q", "杨浦公园", "listed", "彰武路 100 号", "area", "310110009");
    assertThat(other.body()).contains("是其中哪一个？");
    assertThat(certain(other)).isEqualTo("park-p06g001");
  }

  @Test
  void whatThePageGivesAsAnExampleIsFound() {
    assertThat(district.definition().examplePlaces())
        .isNotEmpty()
        .allSatisfy(
            example -> {
              assertThat(certain(say("q", example.zh(), "todo", "find"))).isNotEqualTo("none");
              assertThat(say("q", example.en(), "todo", "find").body()).contains("是其中哪一个？");
            });
  }
}
