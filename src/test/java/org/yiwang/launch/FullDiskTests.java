package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small disk of its own, where that can be had: when it is full nothing is lost. */
class FullDiskTests {
  private static final int LEFT_FREE = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean hopeless = new AtomicBoolean();
  @TempDir Path folder;

  @BeforeEach
  void mount() throws Exception {
    System.setProperty("yiwang.postgres.cache", Path.of("target").toAbsolutePath().toString());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "none", folder.toString()),
        "No file system can be mounted here: not tried");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", folder.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void theDatabaseWaitsForRoomAndHasEverythingThatWasAcknowledged() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(new DataFolder(folder), said::add, () -> hopeless.set(true))) {
      DatabaseAddress address = postgres.address();
      DiskRoom room = new DiskRoom(folder);
      assertThat(room.full()).isFalse();
      Path filler = fill();
      assertThat(room.full()).isTrue();
      int acknowledged = writeUntilRefused(address);
      assertThat(acknowledged).isPositive();

      Files.delete(filler);
      assertThat(room.full()).isFalse();
      await().atMost(PATIENCE).ignoreExceptions().until(() -> count(address) >= acknowledged);
      assertThat(hopeless).as(said.toString()).isFalse();
    }
  }

  private Path fill() throws IOException {
    Path filler = folder.resolve("filler");
    byte[] megabyte = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(folder).getUsableSpace() > LEFT_FREE) {
        out.write(megabyte);
      }
    }
    return filler;
  }

  /** Each fact brings a megabyte of the log of changes with it. */
  private static int writeUntilRefused(DatabaseAddress address) throws SQLException {
    int acknowledged = 0;
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE fact (number int)");
      for (int number = 0; number < 200; number++) {
        statement.execute(
            """
            WITH noise AS (SELECT pg_logical_emit_message(true, 'x', repeat('x', 1000000)))
            INSERT INTO fact SELECT %d FROM noise
            """
                .formatted(number));
        acknowledged++;
      }
    } catch (SQLException full) {
      return acknowledged;
    }
    throw new AssertionError("200 MB on a disk of 160 MB");
  }

  private static int count(DatabaseAddress address) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM fact")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(DatabaseAddress at) throws SQLException {
    return DriverManager.getConnection(at.url(), at.user(), at.password());
  }
}
