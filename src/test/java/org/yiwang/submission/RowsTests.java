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

/** Rows come and go by buttons of the page, without any script, and nothing else is lost by it. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class RowsTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  private Applicant mei;
  private String draft;

  @BeforeEach
  void beginAFamilyCard() {
    mei = new Applicant(port, "mei");
    draft = Applicant.found(DRAFT, mei.person.get("/apply/renew-card").body());
    Map<String, String> reader = Map.of("reader", "小梅", "born", "2001-02-03", "level", "family");
    assertThat(mei.person.form(draft + "/parts/reader", reader).path()).endsWith("/parts/family");
  }

  @AfterEach
  void dropIt() {
    mei.person.form(draft + "/drop", Map.of());
  }

  private Answer family(Map<String, String> typed) {
    return mei.person.form(draft + "/parts/family", typed);
  }

  @Test
  void aRowIsRemovedByItsButtonAndTheOthersStay() {
    Map<String, String> two = new HashMap<>();
    two.putAll(Map.of("kin-1-name", "小明", "kin-1-born", "2010-01-01"));
    two.putAll(Map.of("kin-2-name", "小红", "kin-2-born", "2012-01-01", "kin-2-reads", "yes"));
    two.put("remove-row", "kin-1");
    Answer page = family(two);
    assertThat(page.path()).endsWith("/parts/family");
    assertThat(page.body())
        .doesNotContain("小明")
        .containsPattern("name=\"kin-1-name\"[^>]*value=\"小红\"")
        .containsPattern("name=\"kin-1-reads\"[^>]*value=\"yes\" checked")
        .contains("name=\"remove-row\" value=\"kin-1\"");
    assertThat(mei.person.get(draft + "/parts/family").body()).contains("小红").doesNotContain("小明");
  }

  /** A dot that was set by mistake in an empty row would make a row of it for ever. */
  @Test
  void aChoiceThatIsNotNeededCanBeTakenBack() {
    Answer page = mei.person.get(draft + "/parts/family");
    assertThat(page.body())
        .containsPattern("name=\"kin-1-reads\" value=\"\" checked>\\s*<span>不填")
        .as("an empty row without anything to take back has no button")
        .doesNotContain("name=\"remove-row\"");
    Map<String, String> kin = new HashMap<>();
    kin.putAll(Map.of("kin-1-name", "小明", "kin-1-born", "2010-01-01"));
    kin.putAll(Map.of("kin-2-reads", "no", "add-row", "kin"));
    assertThat(family(kin).body()).containsPattern("name=\"kin-2-reads\"[^>]*value=\"no\" checked");
    kin.remove("add-row");
    kin.put("kin-2-reads", "");
    assertThat(family(kin).path()).as("no second row").doesNotContain("/parts/family");
  }
}
