package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** What is one person's is kept by no browser; what is everybody's is kept as before. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class KeepNothingTests {
  private static final Pattern STYLE = Pattern.compile("/assets/[^\"]+\\.css");

  @LocalServerPort private int port;

  private URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static String kept(Answer answer) {
    return String.join(", ", answer.headers().allValues("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/applications",
        "/file/looks",
        "/desk",
        "/desk/cases.csv",
        "/none",
        "/api/me"
      })
  void nothingOfSomebodySignedIn(String path) {
    Answer answer = Person.signedIn(address(), "lin").get(path);
    assertThat(kept(answer)).as(path).contains("no-store");
    assertThat(answer.headers().allValues("Cache-Control")).as("said once").hasSize(1);
  }

  /** As the address itself answers, also where it leads back to the form. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/follow",
        "/follow/00000000-0000-0000-0000-000000000000",
        "/requests/lookup/LC-20200101-00001"
      })
  void nothingThatACodeOrANumberOpens(String path) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpRequest asked = HttpRequest.newBuilder(address().resolve(path)).build();
      HttpResponse<Void> answer = browser.send(asked, HttpResponse.BodyHandlers.discarding());
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/matters", "/requests/lookup", "/about"})
  void publicPagesSayNothing(String path) {
    assertThat(kept(new Person(address()).get(path))).as(path).isEmpty();
  }

  @Test
  void filesForEverybodyAreKeptAsBeforeWhoeverAsks() {
    Person lin = Person.signedIn(address(), "lin");
    Matcher style = STYLE.matcher(lin.get("/").body());
    assertThat(style.find()).isTrue();
    Answer file = lin.get(style.group());
    assertThat(file.status()).isEqualTo(200);
    assertThat(kept(file)).contains("max-age=31536000", "immutable").doesNotContain("no-store");
    assertThat(file.headers().firstValue("Pragma")).isEmpty();
    assertThat(kept(lin.get("/api/places"))).doesNotContain("no-store");
  }
}
