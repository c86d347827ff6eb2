package org.yiwang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.request.Categories;
import org.yiwang.request.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open pages hear of new counts, and are let go when the program ends. */
class LiveTests extends DemoDistrictTest {
  private static final String OPEN = CaseFilter.all().pace(Pace.OPEN).href();

  @Autowired LiveHub hub;
  @Autowired Cases cases;
  @Autowired Categories categories;
  @Autowired JsonMapper json;
  @Autowired JdbcClient sql;

  @Test
  void aPageGetsTheCountsAtOnceAndAgainWhenACaseIsOpened() throws Exception {
    try (BufferedReader stream = stream(signedIn("duty"))) {
      long before = open(stream);
      open();
      assertThat(open(stream)).isEqualTo(before + 1);
    }
  }

  @Test
  void streamsEndWhenTheProgramStops() throws Exception {
    try (BufferedReader stream = stream(signedIn("leader"))) {
      open(stream);
      hub.stop();
      while (stream.readLine() != null) {
        // Whatever was still under way.
      }
      assertThat(hub.countListeners()).isZero();
    } finally {
      hub.start();
    }
  }

  @Test
  void aStreamEndsWhenTheRightToSeeCasesIsTakenAway() throws Exception {
    try (BufferedReader stream = stream(signedIn("audit"))) {
      open(stream);
      roles("{}");
      while (stream.readLine() != null) {
        // What was still under way; the end comes within five seconds.
      }
    } finally {
      roles("{auditor}");
    }
  }

  @Test
  void aStreamTellsWhatItsReaderMaySeeNow() throws Exception {
    try (BufferedReader stream = stream(signedIn("verify-yinhang"))) {
      long before = open(stream);
      if (openIn("310110019") == before) {
        open("310110019"); // equal counts are not sent again
      }
      sql.sql("update identity_account set area = '310110019' where login = 'verify-yinhang'")
          .update();
      assertThat(open(stream)).isEqualTo(openIn("310110019"));
    } finally {
      sql.sql("update identity_account set area = '310110016' where login = 'verify-yinhang'")
          .update();
    }
  }

  private long openIn(String area) {
    var everywhere =
        new Viewer("x", Text.same("x"), Set.of(), Set.of(Permission.SEE_CASES), Reach.district());
    return cases.count(CaseFilter.all().pace(Pace.OPEN).area(area), everywhere);
  }

  private void roles(String roles) {
    sql.sql("update identity_account set roles = ?::text[] where login = 'audit'")
        .param(roles)
        .update();
  }

  @Test
  void whoMaySeeNoCasesHearsNothing() throws Exception {
    assertThat(signedIn("admin").get("/live/counts").statusCode()).isEqualTo(403);
    assertThat(new Visitor().get("/live/counts").statusCode()).isNotEqualTo(200);
  }

  private static BufferedReader stream(Visitor visitor) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        visitor.http.send(visitor.request("/live/counts").build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("event-stream");
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** The number of open cases in the next message. */
  private long open(BufferedReader stream) throws IOException {
    String line = stream.readLine();
    while (!line.startsWith("data:")) {
      line = stream.readLine();
    }
    JsonNode counts = json.readTree(line.substring("data:".length()));
    return Long.parseLong(counts.get(OPEN).asString().replace(",", ""));
  }

  private void open() {
    open((String) null);
  }

  private void open(@Nullable String area) {
    Category category = categories.listCategories().getFirst();
    cases.open(
        new NewCase(
            category.application(),
            category.lifecycle(),
            category.limit(),
            new Case.About(category.id(), category.group(), category.name(), "test"),
            new Case.Where("test", null, null, area, null),
            null,
            new Case.Origin("test", null, null),
            List.of(),
            true,
            null,
            new Actor(Actor.Kind.RESIDENT, null, Text.same("test"))));
  }
}
