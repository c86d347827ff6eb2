package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was acknowledged is lost, however the program ends. */
class KillTests {
  private static final Path YANGPU = Path.of("packs/yangpu");
  private static final String CATEGORY = "manhole-missing";
  private static final String CASES = "SELECT count(*) FROM yangpu.casework_case";

  private static final String OPENED =
      "SELECT count(*) FROM yangpu.journal_entry WHERE kind = 'case.opened'";

  /** Whether the lock of the filling is held. */
  private static final String FILLING =
      """
      SELECT count(*) FROM pg_locks
       WHERE locktype = 'advisory' AND granted
         AND (classid::bigint << 32 | objid::bigint) = hashtext('demo yangpu')
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir Path folder;

  @Test
  void afterTheProgramIsKilledTheNextStartFindsEveryAcknowledgedFact() throws Exception {
    try (Writer writer = new Writer(start())) {
      writer.awaitFacts();
      writer.program().killProgram();
      writer.finish();
      try (ChildProgram again = start()) {
        assertThat(facts(again)).containsAll(writer.acknowledged());
      }
    }
  }

  @Test
  void afterTheDatabaseIsKilledTheProgramBringsItBackByItself() throws Exception {
    try (Writer writer = new Writer(start())) {
      writer.awaitFacts();
      ChildProgram program = writer.program();
      long killed = program.postgresPid();
      program.killPostgres();
      writer.finish();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> program.postgresPid() != killed && program.isHealthy());
      assertThat(facts(program)).containsAll(writer.acknowledged());
      assertThat(program.said()).contains("The database ended by itself");
    }
  }

  @Test
  void afterBothAreKilledTheNextStartFindsEveryAcknowledgedFact() throws Exception {
    try (Writer writer = new Writer(start())) {
      writer.awaitFacts();
      writer.program().killPostgres();
      writer.program().killProgram();
      writer.finish();
      try (ChildProgram again = start()) {
        assertThat(facts(again)).containsAll(writer.acknowledged());
      }
    }
  }

  @Test
  void aRequestWhoseReceiptWasSentIsThereAfterBothAreKilled() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        ChildProgram program = start()) {
      HttpResponse<String> filed = client.send(report(program), BodyHandlers.ofString());
      assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
      program.killPostgres();
      program.killProgram();
      try (ChildProgram again = start()) {
        HttpResponse<String> found =
            client.send(lookup(again, filed.body()), BodyHandlers.ofString());
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains(part(filed.body(), "number"));
      }
    }
  }

  @Test
  void aFillingThatWasKilledLeavesNothingHalfAndIsDoneByTheNextStart() throws Exception {
    try (ChildProgram program = startDemo()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> count(program, FILLING) > 0);
      program.killPostgres();
      program.killProgram();
    }
    try (ChildProgram again = startDemo()) {
      long cases = filled(again);
      assertThat(count(again, OPENED)).isEqualTo(cases);
      assertThat(count(again, "SELECT count(*) FROM yangpu.casework_word")).isEqualTo(cases);
    }
  }

  private ChildProgram startDemo() {
    return ChildProgram.start(folder, YANGPU, Map.of(), List.of()).awaitHealthy();
  }

  /** How many cases there are once it is done. */
  private static long filled(ChildProgram program) throws SQLException {
    await().atMost(PATIENCE.multipliedBy(3)).until(() -> count(program, CASES) > 0);
    assertThat(count(program, CASES)).isGreaterThan(200);
    return count(program, CASES);
  }

  private static long count(ChildProgram program, String query) throws SQLException {
    try (Connection connection = connect(program);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static HttpRequest report(ChildProgram program) {
    String json =
        """
        {"category": "%s", "text": "The lid of a manhole is broken.",
         "lon": 121.52, "lat": 31.27, "language": "en"}
        """
            .formatted(CATEGORY);
    return HttpRequest.newBuilder(program.address().resolve("/api/requests"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private static HttpRequest lookup(ChildProgram program, String receipt) {
    String path =
        "/api/requests/%s?receipt=%s".formatted(part(receipt, "number"), part(receipt, "receipt"));
    return HttpRequest.newBuilder(program.address().resolve(path)).build();
  }

  private static String part(String json, String key) {
    Matcher found = Pattern.compile("\"%s\":\"([^\"]+)\"".formatted(key)).matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  @Test
  void itStopsCleanlyWhenAskedAndRefusesASecondStartWhileItRuns() throws Exception {
    try (ChildProgram program = start()) {
      try (ChildProgram second = ChildProgram.start(folder, YANGPU, Map.of())) {
        await().atMost(PATIENCE).until(() -> !second.isAlive());
        assertThat(second.stop()).isEqualTo(1);
        assertThat(program.said()).contains("Yiwang already runs on " + folder);
      }
      assertThat(program.isHealthy()).isTrue();
      program.stop();
      assertThat(program.said()).contains("Stopped");
      assertThat(folder.resolve("yiwang.pid")).doesNotExist();
      assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
      assertThat(Files.readString(folder.resolve("postgres.log")))
          .doesNotContain("not properly shut down");
    }
  }

  private ChildProgram start() {
    return ChildProgram.start(folder, YANGPU, Map.of()).awaitHealthy();
  }

  private static Set<Integer> facts(ChildProgram program) throws SQLException {
    Set<Integer> found = new HashSet<>();
    try (Connection connection = connect(program);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number FROM yangpu.kill_fact")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private static Connection connect(ChildProgram program) throws SQLException {
    DatabaseAddress address = program.database();
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  /** Writes one fact after the other and remembers which were acknowledged, until it is cut off. */
  private static final class Writer implements AutoCloseable {
    private static final int ENOUGH = 50;
    private final ChildProgram program;
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().name("writer").unstarted(this::write);

    Writer(ChildProgram program) throws SQLException {
      this.program = program;
      try (Connection connection = connect(program);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE yangpu.kill_fact (number int PRIMARY KEY)");
      }
      thread.start();
    }

    private void write() {
      try (Connection connection = connect(program);
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO yangpu.kill_fact VALUES (?)")) {
        for (int number = 0; ; number++) {
          insert.setInt(1, number);
          insert.executeUpdate();
          acknowledged.add(number);
        }
      } catch (SQLException expected) {
        // cut off: what has been acknowledged by now must be found later
      }
    }

    void awaitFacts() {
      await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
    }

    void finish() throws InterruptedException {
      thread.join(PATIENCE);
      assertThat(thread.isAlive()).isFalse();
    }

    ChildProgram program() {
      return program;
    }

    Set<Integer> acknowledged() {
      return acknowledged;
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
