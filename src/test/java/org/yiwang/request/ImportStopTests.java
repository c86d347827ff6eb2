package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;

/** An import in a process of its own is stopped half-way or killed, and run again. */
class ImportStopTests {
  private static final int ROWS = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String CASES = "select count(*) from san_francisco.casework_case";

  /** The database notices only after a moment that somebody was killed. */
  private static final String OTHERS_AT_WORK =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and pid <> pg_backend_pid()";

  private static final String HEADER =
      "city,id,created,closed,status,dept,cat,sub,text,res,addr,area,lat,lon,due\n";
  private final DatabaseAddress database = TestDatabase.begun("san_francisco");
  @TempDir Path folder;

  @Test
  void whatWasTakenOverBeforeTheStopStaysAndASecondRunCompletesIt() throws Exception {
    Path file = rows();
    Process first = halfway(file);
    first.destroy();
    assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    long kept = count(CASES);

    assertThat(said("first.log"))
        .contains("Stopped")
        .contains("%,d added".formatted(kept))
        .contains("Run it again");
    assertThat(kept).isBetween(1L, ROWS - 1L);

    secondRunFinds(kept, file);
  }

  @Test
  void whatAKilledImportTookOverIsWholeAndASecondRunCompletesIt() throws Exception {
    Path file = rows();
    Process first = halfway(file);
    first.destroyForcibly();
    assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await().atMost(PATIENCE).until(() -> count(OTHERS_AT_WORK) == 0);
    long kept = count(CASES);

    assertThat(said("first.log")).doesNotContain("Stopped");
    assertThat(kept).isLessThan(ROWS);
    everythingIsThereFor(kept);
    secondRunFinds(kept, file);
  }

  private Process halfway(Path file) throws IOException {
    Process first = start(file, "first.log");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !first.isAlive() || said("first.log").contains("/30,000"));
    return first;
  }

  private void secondRunFinds(long kept, Path file) throws Exception {
    Process second = start(file, "second.log");
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).as(said("second.log")).isZero();
    assertThat(said("second.log")).contains("%,d there already".formatted(kept));
    everythingIsThereFor(ROWS);
  }

  /** Each case with what it is found by, its entry in the journal and its request. */
  private void everythingIsThereFor(long cases) throws SQLException {
    assertThat(count(CASES)).isEqualTo(cases);
    assertThat(count("select count(*) from san_francisco.casework_word")).isEqualTo(cases);
    assertThat(
            count(
                "select count(distinct subject) from san_francisco.journal_entry"
                    + " where subject like 'case:%'"))
        .isEqualTo(cases);
    assertThat(count("select count(*) from san_francisco.request_request")).isEqualTo(cases);
  }

  private Path rows() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      rows.append("sf,")
          .append(i)
          .append(",2016-07-13T15:11:07,,Open,PUC Sewer Ops,Sewer Issues,Odor,Smell,,")
          .append("1 MAIN ST,,37.77807,-122.4051,\n");
    }
    return Files.writeString(folder.resolve("many.csv"), rows);
  }

  private Process start(Path file, String log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.yiwang.Yiwang"));
    command.addAll(List.of("import", "requests", file.toString()));
    command.addAll(List.of("--pack", "packs/san-francisco"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("YIWANG_DB_URL", database.url());
    builder.environment().put("YIWANG_DB_USER", database.user());
    builder.environment().put("YIWANG_DB_PASSWORD", database.password());
    return builder.redirectOutput(folder.resolve(log).toFile()).start();
  }

  private String said(String log) {
    try {
      return Files.readString(folder.resolve(log));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
