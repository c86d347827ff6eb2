package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** Markup, SQL, turned writing and rare characters in every field of a report stay words. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsTests {
  private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private static final String SQL = "'); drop table casework_case; -- \" ' ` ${7*7} {{7*7}} %00";

  /** A turned word, an emoji of three people, a character beyond the first 65,536. */
  private static final String RARE =
      "\u202Eevil\u202C \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD842\uDFB7";

  private static final String HOSTILE = "=1+1 " + MARKUP + SQL + RARE;

  @LocalServerPort private int port;
  private String number = "";

  @BeforeAll
  void report() {
    Map<String, Object> report = new HashMap<>();
    report.put("category", "street-lamp-out");
    report.put("text", HOSTILE + "\n" + "长".repeat(4000));
    report.put("address", HOSTILE);
    report.put("lon", 121.4995);
    report.put("lat", 31.2855);
    report.put("contact", Map.of("name", MARKUP, "phone", "13900008000"));
    Answer answer = person("wang").post("/api/requests", report);
    assertThat(answer.good()).as(answer.shortly()).isTrue();
    number = answer.json().path("number").asString();
    act("grid-siping", "confirm", 200, Map.of("note", HOSTILE));
    act("duty", "decline", 422, Map.of("note", HOSTILE, "reason", MARKUP));
    act("duty", "file", 200, Map.of("note", HOSTILE));
    act("duty", "dispatch", 422, Map.of("note", HOSTILE, "unit", SQL));
  }

  private Person person(String account) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), account);
  }

  private void act(String account, String action, int expected, Map<String, ?> given) {
    Person person = person(account);
    Map<String, Object> body = new HashMap<>(given);
    body.put("version", person.get("/api/cases/" + number).json().path("version").asInt());
    Answer answer = person.post("/api/cases/" + number + "/actions/" + action, body);
    assertThat(answer.status()).as(action + " " + answer.shortly()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "duty, /cases/{number}",
    "leader, /cases/{number}",
    "grid-siping, /cases/{number}",
    "duty, /desk?words={number}",
    "grid-siping, /desk",
    "wang, /messages",
    "wang, /requests",
    "wang, /requests/lookup/{number}",
    "wang, /report/done/{number}",
    "wang, /",
    "leader, /board",
    "leader, /board/areas/310110009",
    "leader, /wall",
    "leader, /wall/late"
  })
  void aPageShowsThemAsWords(String account, String path) {
    Answer page = person(account).page(path.replace("{number}", number), "zh");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "evil\u202C", "\u202E");
    if (path.contains("{number}") && !path.contains("done")) {
      assertThat(page.words()).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void searchingForThemFindsThemAndNothingBreaks() {
    Person duty = person("duty");
    for (String words : List.of(MARKUP, SQL, RARE, "长".repeat(500))) {
      Answer desk = duty.page("/desk?words=" + encoded(words), "zh");
      assertThat(desk.status()).isEqualTo(200);
      assertThat(desk.body()).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void aSpreadsheetTakesThemForText() {
    String csv = person("duty").get("/desk/cases.csv?words=" + number).body();

    assertThat(csv).contains("'=1+1 <script>").doesNotContain(",=1+1", ",\"=1+1");
  }

  @Test
  void aPageThatIsDrawnAgainShowsThemAsWords() {
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
    visitor.get("/report");
    Answer again =
        visitor.form("/report/contact", Map.of("name", MARKUP, "phone", MARKUP, "mail", MARKUP));
    assertThat(again.body()).doesNotContain("<script>alert", "<img src=x");
    Answer report = visitor.form("/report", Map.of("text", MARKUP, "category", MARKUP));
    assertThat(report.body()).doesNotContain("<script>alert", "<img src=x");
    Answer lookup =
        visitor.form("/requests/lookup", Map.of("number", MARKUP.substring(0, 30), "code", SQL));
    assertThat(lookup.body()).doesNotContain("<script>alert", "<img src=x");
  }

  private static String encoded(String words) {
    return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
  }
}
