package org.yiwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** The entrances of officers and administrators: nonsense and 100,000 characters break nothing. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileEntrancesTests {
  private static final String LONG = "长".repeat(100_000);
  private static final List<String> NONSENSE =
      List.of(
          "'; drop table casework_case; --",
          "<script>alert(1)</script>",
          "-1",
          "99999999999999999999",
          "1e400",
          "NaN",
          "2026-02-30",
          "0000-00-00",
          "../../etc/passwd",
          "\uD83D\uDC68\u202E%00",
          "a".repeat(3_000));
  private static final List<String> FILTERS =
      List.of(
          "mine",
          "pace",
          "application",
          "lifecycle",
          "step",
          "area",
          "grid",
          "unit",
          "group",
          "category",
          "parent",
          "opened-on",
          "closed-on",
          "opened-since",
          "closed-since",
          "words",
          "sort",
          "page",
          "size",
          "case");

  @LocalServerPort private int port;
  private TwoCases cases;

  @BeforeAll
  void prepare() {
    cases = TwoCases.make(at());
  }

  private URI at() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/desk", "/desk/chosen", "/desk/cases.csv", "/api/cases", "/board", "/wall"})
  void aFilterThatCannotBeUnderstoodIsNoFault(String list) {
    Person duty = Person.signedIn(at(), "duty");
    for (String filter : FILTERS) {
      for (String nonsense : NONSENSE) {
        String asked =
            list + "?" + filter + "=" + URLEncoder.encode(nonsense, StandardCharsets.UTF_8);
        Answer answer = duty.get(asked);
        assertThat(answer.status()).as(asked).isLessThan(500);
        // A file or JSON holds the words as somebody typed them; only a page would run them.
        if (answer.isPage()) {
          assertThat(answer.body()).as(asked).doesNotContain("<script>alert(1)");
        }
      }
    }
    assertThat(duty.get("/desk?words=" + cases.near()).words()).contains(cases.near());
  }

  @Test
  void aNoteThatIsTooLongIsRefusedAndTheCaseStands() {
    Person handler = Person.signedIn(at(), "handle-greening");
    String page = "/cases/" + cases.near();
    String version = String.valueOf(cases.versions().get(cases.near()));
    Answer refused =
        handler.form(page + "/do/done", Map.of("version", version, "note", LONG.substring(1)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("最多");
    assertThat(handler.get("/api" + page).json().path("version").asText()).isEqualTo(version);
  }

  @Test
  void whatIsTypedToSignInMayBeAnything() {
    for (String typed : List.of(LONG, "<script>alert(1)</script>", "' or 1=1 --", "\u0000")) {
      Person nobody = new Person(at());
      nobody.get("/sign-in");
      Answer refused = nobody.form("/sign-in", Map.of("login", typed, "password", typed));
      assertThat(refused.status()).isBetween(200, 499);
      assertThat(refused.body()).doesNotContain("<script>alert(1)");
      assertThat(nobody.get("/desk").path()).contains("/sign-in");
    }
  }

  @Test
  void anAccountOrProgramWithoutSenseIsRefusedInWords() {
    Person admin = Person.signedIn(at(), "admin");
    for (String typed : List.of(LONG, "", "<script>alert(1)</script>", "\u202E")) {
      for (String page : List.of("/admin/accounts/new", "/admin/programs")) {
        Answer refused =
            admin.form(
                page, Map.of("login", typed, "id", typed, "name", typed, "redirects", typed));
        assertThat(refused.status()).as(page + " " + refused.shortly()).isBetween(400, 499);
        assertThat(refused.body()).doesNotContain("<script>alert(1)");
      }
    }
  }
}
