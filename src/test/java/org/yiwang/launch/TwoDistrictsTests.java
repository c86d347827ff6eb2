package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two packs at once on one outside database. */
class TwoDistrictsTests {
  @TempDir Path folder;

  @Test
  void twoDistrictsShareADatabaseWithoutSeeingEachOther() {
    DatabaseAddress outside = TestDatabase.empty();
    Map<String, String> environment =
        Map.of(
            "YIWANG_DB_URL", outside.url(),
            "YIWANG_DB_USER", outside.user(),
            "YIWANG_DB_PASSWORD", outside.password());
    try (ChildProgram one =
            ChildProgram.start(folder.resolve("one"), Path.of("packs/yangpu"), environment);
        ChildProgram other = ChildProgram.start(folder.resolve("other"), second(), environment)) {
      one.awaitHealthy();
      other.awaitHealthy();
      assertThat(folder.resolve("one/postgres")).doesNotExist();
      try (HikariDataSource here = Pool.open(outside, "yangpu", 1);
          HikariDataSource there = Pool.open(outside, Migration.schema(name(second())), 1)) {
        String own = "SELECT count(*) FROM journal_entry WHERE subject = 'case:mine'";
        write(here);
        assertThat(JdbcClient.create(here).sql(own).query(Integer.class).single()).isOne();
        assertThat(JdbcClient.create(there).sql(own).query(Integer.class).single()).isZero();
      }
    }
  }

  private static void write(HikariDataSource database) {
    JdbcClient.create(database)
        .sql(
            """
            INSERT INTO journal_entry (at, kind, subject, actor_kind, actor_zh, actor_en, facts)
            VALUES (now(), 'test.written', 'case:mine', 'SYSTEM', '测试', 'Test', '{}')
            """)
        .update();
  }

  private static Path second() {
    Path sanFrancisco = Path.of("packs/san-francisco");
    return Files.isRegularFile(sanFrancisco.resolve("district.yaml"))
        ? sanFrancisco
        : Path.of("packs/_toy");
  }

  private static String name(Path pack) {
    return pack.getFileName().toString();
  }
}
