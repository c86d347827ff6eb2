package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded database that says no is not asked for half a minute; what to do is said at once. */
class OwnDatabaseTests {
  private static final ProgramSettings SETTINGS =
      ProgramSettings.withoutPages(Path.of("data"), Path.of("packs/_toy"), true);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  @TempDir Path folder;

  @BeforeEach
  void letTheDatabasesAccountPass() throws IOException {
    System.setProperty("yiwang.postgres.cache", Path.of("target").toAbsolutePath().toString());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aStoredPasswordThatDoesNotFitIsSaidAtOnce() throws IOException {
    DataFolder data = new DataFolder(folder);
    try (EmbeddedPostgres first = EmbeddedPostgres.startForgetful(data)) {
      assertThat(first.address().password()).isNotBlank();
    }
    Files.writeString(data.password(), "of-another-folder\n");
    try (EmbeddedPostgres again = EmbeddedPostgres.startForgetful(data)) {
      assertThat(refusal(again.address()))
          .contains("postgres.password", "password authentication failed")
          .contains("请放回原来的文件，或停止程序后删除它")
          .contains("Put the right file back, or stop the program and delete it");
    }
  }

  @Test
  void anAccountOrADatabaseThatWasChangedIsSaidAtOnce() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.startForgetful(new DataFolder(folder))) {
      DatabaseAddress right = postgres.address();
      asOwner(right, "ALTER ROLE yiwang NOLOGIN");
      assertThat(refusal(right))
          .contains("不让账户“yiwang”进入", "not permitted to log in")
          .contains("Change them back, or bring the data folder back from a backup");
      asOwner(right, "ALTER ROLE yiwang LOGIN");
      asOwner(right, "ALTER DATABASE yiwang RENAME TO elsewhere");
      assertThat(refusal(right)).contains("被改动过", "database \"yiwang\" does not exist");
    }
  }

  private static void asOwner(DatabaseAddress at, String statement) throws SQLException {
    String system = at.url().replaceFirst("/yiwang$", "/postgres");
    try (var connection = DriverManager.getConnection(system, "postgres", at.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String refusal(DatabaseAddress address) {
    long began = System.nanoTime();
    Throwable thrown = catchThrowable(() -> OpeningDatabase.begin(SETTINGS, () -> address).await());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    assertThat(thrown).isInstanceOf(LaunchException.class);
    return String.valueOf(thrown.getMessage());
  }
}
