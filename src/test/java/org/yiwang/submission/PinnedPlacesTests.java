package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** 李敏 points on the map where she lives: the pin is kept, checked, and chooses the street. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class PinnedPlacesTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  /** In Siping Road subdistrict. */
  private static final String[] SIPING = {"121.503000", "31.284000"};

  private static final String SIPING_CODE = "310110009";
  private static final String OTHER_CODE = "310110018";

  @LocalServerPort private int port;

  private Applicant li;
  private String draft;

  @BeforeEach
  void liBegins() {
    li = new Applicant(port, "li");
    Answer begun = li.person.get("/apply/residence-permit");
    draft = Applicant.found(DRAFT, begun.body());
  }

  @AfterEach
  void nothingStaysBehind() {
    li.person.form(draft + "/drop", Map.of());
  }

  private Answer lives(String lon, String lat, String street) {
    Map<String, String> home = new HashMap<>(Map.of("home_address", "阜新路 8 号", "housing", "own"));
    home.put("home_address-lon", lon);
    home.put("home_address-lat", lat);
    home.put("street", street);
    return li.person.form(draft + "/parts/home", home);
  }

  private String home() {
    return li.person.get(draft + "/parts/home").body();
  }

  @Test
  void theQuestionHasTheMapAndSuggestsPlaces() {
    assertThat(home())
        .contains("data-pick=\"home_address\"")
        .contains("name=\"home_address-lon\"")
        .contains("data-suggest=\"/api/places/suggestions\"");
    assertThat(li.person.get(draft + "/parts/origin").body())
        .as("an address anywhere is asked in words")
        .contains("name=\"registered_place\"")
        .doesNotContain("data-pick");
    assertThat(li.person.get("/api/places/suggestions?q=同济").body())
        .startsWith("[{")
        .contains("\"lon\"");
  }

  @Test
  void aPinIsKeptAndReadBackAndChoosesTheStreet() {
    assertThat(lives(SIPING[0], SIPING[1], "").status()).isEqualTo(200);
    assertThat(home())
        .contains("name=\"home_address-lon\" id=\"f-home_address-lon\" value=\"121.503000\"")
        .containsPattern("<option value=\"" + SIPING_CODE + "\"[^>]*selected");
    assertThat(li.person.get(draft + "/check").words()).contains("图钉 31.28400, 121.50300");
    assertThat(li.person.page(draft + "/check", "en").words())
        .contains("pin at 31.28400, 121.50300");
    lives("", "", SIPING_CODE);
    assertThat(home()).contains("id=\"f-home_address-lon\" value=\"\"");
    assertThat(li.person.get(draft + "/check").words()).doesNotContain("图钉");
  }

  @Test
  void aPinElsewhereIsToldAndNothingTypedIsLost() {
    Answer outside = lives("121.473700", "31.230400", SIPING_CODE);
    assertThat(outside.status()).isEqualTo(422);
    assertThat(outside.words()).contains("图钉不在本区").contains("去掉图钉，只写地址");
    assertThat(outside.body()).contains("阜新路 8 号").contains("121.473700");
    Answer other = lives(SIPING[0], SIPING[1], OTHER_CODE);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.words()).contains("图钉在四平路街道，与所选的街道不同");
    Answer check = li.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(check.words()).as("nor can it be sent").contains("与所选的街道不同");
  }

  @Test
  void whatIsNoPositionIsNoPin() {
    for (String wrong : new String[] {"NaN", "1e2", "181", "<b>", "9".repeat(50)}) {
      assertThat(lives(wrong, "31.28", SIPING_CODE).status()).as(wrong).isEqualTo(200);
      assertThat(home()).contains("id=\"f-home_address-lon\" value=\"\"");
    }
  }
}
