package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;

/** Sealing stands still, and cases go on as if nothing were the matter; later all is sealed. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class SealingStoppedTests {
  /** Not even reading the log is possible; whoever needed it would wait for ever. */
  private static final String BLOCK =
      "lock table journal_leaf, journal_tile, journal_checkpoint, journal_log_key"
          + " in access exclusive mode";

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private SealClock clock;
  @Autowired private LogStore store;
  @Autowired private DataSource database;

  @Test
  void casesGoOnWhileTheLogIsBlockedAndAreSealedAfterwards() throws SQLException {
    Person wang = person("wang");
    Person grid = person("grid-siping");
    String number;
    try (Connection blocker = database.getConnection();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("set local lock_timeout = '20s'");
      statement.execute(BLOCK);

      number = reported(wang);
      Map<String, Object> confirmed = Map.of("version", 1, "note", "看过了");
      assertThat(grid.post("/api/cases/" + number + "/actions/confirm", confirmed).good()).isTrue();
      assertThat(wang.get("/requests/lookup/" + number).words()).contains("路灯不亮");
      assertThat(journal.list("case:" + number))
          .extracting(Entry::kind)
          .contains("case.opened", "case.moved");
      blocker.rollback();
    }
    List<Entry> all = journal.list("case:" + number);
    while (all.stream().anyMatch(entry -> store.findLeafOf(entry.id()).isEmpty())) {
      clock.sealAll(); // the program's own clock may be at it
    }
    assertThat(all).hasSizeGreaterThan(1);
  }

  private Person person(String login) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), login);
  }

  private static String reported(Person wang) {
    return wang.post(
            "/api/requests",
            Map.of(
                "category",
                "street-lamp-out",
                "text",
                "路灯不亮",
                "lon",
                121.4995,
                "lat",
                31.2855,
                "photos",
                List.of(),
                "address",
                "路口"))
        .json()
        .path("number")
        .asString();
  }
}
