package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.identity.Visitor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code --log-format json} a program can read all that is said, from the first line on. */
class JsonLogTests {
  private static final Path TOY = Path.of("packs/_toy");
  private static final Pattern SHOWN = Pattern.compile("<code>([A-Za-z0-9-]{8,64})</code>");
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void everyLineIsJsonAndARequestsLineNamesTheIdOnItsErrorPage() throws Exception {
    try (ChildProgram program =
        ChildProgram.start(
            folder.resolve("data"), TOY, Map.of(), List.of("--no-demo", "--log-format", "json"))) {
      program.awaitHealthy();
      String id = broken(program);
      await().until(() -> lines(program).stream().anyMatch(line -> id.equals(requestId(line))));
      assertThat(program.stop()).isIn(0, 143);

      List<JsonNode> lines = lines(program);
      assertThat(lines).hasSizeGreaterThan(3);
      assertThat(lines)
          .allSatisfy(line -> assertThat(line.path("@timestamp").isString()).isTrue())
          .allSatisfy(line -> assertThat(line.path("message").isString()).isTrue());
      assertThat(lines).anyMatch(line -> words(line).contains("/actuator/health"));
      assertThat(lines)
          .filteredOn(line -> id.equals(requestId(line)))
          .singleElement()
          .satisfies(line -> assertThat(words(line)).contains("/requests/lookup"));
    }
  }

  /** A page that needs what is no longer there: the id that it shows. */
  private static String broken(ChildProgram program) {
    try (var pool = Pool.open(program.database(), Migration.schema("_toy"), 1)) {
      JdbcClient.create(pool).sql("alter table casework_case rename to gone").update();
    }
    Visitor visitor = new Visitor(program.address().getPort());
    HttpResponse<String> page =
        visitor.send(
            "/requests/lookup", "/requests/lookup", "number", "LC-20261124-00001", "code", "1234");
    assertThat(page.statusCode()).isEqualTo(500);
    Matcher shown = SHOWN.matcher(page.body());
    assertThat(shown.find()).as(page.body()).isTrue();
    assertThat(page.headers().firstValue("X-Request-Id")).hasValue(shown.group(1));
    return shown.group(1);
  }

  private static List<JsonNode> lines(ChildProgram program) {
    return program.said().lines().filter(line -> !line.isBlank()).map(JsonLogTests::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new AssertionError("This line is not JSON: " + line, e);
    }
  }

  private static String requestId(JsonNode line) {
    return line.path("requestId").asString("");
  }

  private static String words(JsonNode line) {
    return line.path("message").asString("");
  }
}
