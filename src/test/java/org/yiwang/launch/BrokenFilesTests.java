package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever stands in the data folder's files: the program starts, or says what is to be done. */
class BrokenFilesTests {
  private static final RunningProgram SELF = new RunningProgram(1, "", 0, "_toy");
  @TempDir Path folder;

  @BeforeEach
  void letTheDatabasesAccountPass() throws IOException {
    System.setProperty("yiwang.postgres.cache", Path.of("target").toAbsolutePath().toString());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private DataFolder data() {
    return new DataFolder(folder);
  }

  private static byte[] garbage() {
    byte[] bytes = new byte[200];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pid=abc", "pid=99999999999999999999", "port=zz\npid="})
  void aPidFileThatMakesNoSenseTellsNothingAndIsWrittenAnew(String written) throws IOException {
    Files.writeString(data().pid(), written);
    assertThat(RunningProgram.parse(written).pid()).isZero();
    assertThat(PidFile.find(data())).isEmpty();
    try (PidFile taken = PidFile.take(data(), SELF)) {
      assertThat(taken).isNotNull();
      assertThat(Files.readString(data().pid())).isEqualTo(SELF.written());
    }
  }

  @Test
  void stoppingAProgramWhosePidFileIsDamagedSaysHow() throws IOException {
    try (PidFile taken = PidFile.take(data(), SELF)) {
      assertThat(taken).isNotNull();
      Files.write(data().pid(), garbage());
      var surroundings = new CommandSurroundings(Object.class, folder, Path.of("packs/_toy"));
      assertThatThrownBy(() -> new StopCommand().run(surroundings))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("已损坏")
          .hasMessageContaining("is damaged. Find its process");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yiwang.pid", "yiwang.lock"})
  void aFolderInThePlaceOfAFileIsNamed(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).resolve("full"));
    assertThatThrownBy(() -> PidFile.take(data(), SELF))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("无法读写 " + folder.resolve(name))
        .hasMessageContaining("move away what is not Yiwang's");
  }

  @Test
  void aFileInThePlaceOfTheDataFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("data"));
    assertThatThrownBy(() -> DataFolder.create(file))
        .hasMessageContaining("a file, not a folder")
        .hasMessageContaining("请用 --data 指定一个可写的目录");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "99999", "-1", "5432 5433"})
  void aPortFileThatMakesNoSenseOnlyCostsTheOldPort(String written) throws IOException {
    Files.writeString(data().databasePort(), written);
    DatabasePort ports = new DatabasePort(data());
    int port = ports.choose();
    assertThat(port).isBetween(1024, 65_535);
    ports.announce(port);
    Files.writeString(data().databasePort(), written);
    assertThat(ports.choose()).as("announced: always the same").isEqualTo(port);
  }

  @Test
  void aPostmasterFileThatMakesNoSenseIsNobodys() throws IOException {
    Files.write(PostmasterFile.path(folder), garbage());
    PostmasterFile file = PostmasterFile.find(folder).orElseThrow();
    assertThat(file.ready()).isFalse();
    assertThat(file.findProcess(folder)).isEmpty();
  }

  @Test
  void aFolderWithoutADatabaseAndALinkToNowhereAreNotFilledAnew() throws IOException {
    Files.createDirectories(data().cluster());
    assertThatThrownBy(this::open).hasMessageContaining("There is no database in");
    Files.delete(data().cluster());
    Files.createSymbolicLink(data().cluster(), Path.of("/nowhere/at/all"));
    assertThatThrownBy(this::open).hasMessageContaining("里没有数据库");
    assertThat(data().password()).doesNotExist();
  }

  private PostgresCluster open() {
    return PostgresCluster.open(data(), Narrator.silent(), false);
  }

  /** Also with a torn postmaster.pid beside it, as a full disk may leave it. */
  @Test
  void aLostPasswordIsMadeAnewAndWhatIsInTheDatabaseStays() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.startForgetful(data())) {
      run(first.address(), "CREATE TABLE kept AS SELECT 7 AS number");
    }
    String old = Files.readString(data().password());
    Files.delete(data().password());
    Files.write(PostmasterFile.path(data().cluster()), garbage());
    try (EmbeddedPostgres again = EmbeddedPostgres.startForgetful(data())) {
      run(again.address(), "INSERT INTO kept SELECT number + 1 FROM kept");
      assertThat(Files.readString(data().password())).isNotEqualTo(old);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().password())))
          .isEqualTo("rw-------");
    }
  }

  private static void run(DatabaseAddress at, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(at.url(), at.user(), at.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void aDatabaseOfANewerProgramIsRefusedAndLeftAsItIs() {
    try (HikariDataSource pool = TestDatabase.pool(TestDatabase.fresh())) {
      JdbcClient sql = JdbcClient.create(pool);
      sql.sql(
              """
              INSERT INTO launch_migration (installed_rank, version, description, type, script,
                                            installed_by, execution_time, success)
              VALUES (100000, '99999', 'of tomorrow', 'SQL', 'V99999__of_tomorrow.sql', 'x', 1, true)
              """)
          .update();
      assertThatThrownBy(() -> Migration.apply(pool, TestDatabase.SCHEMA))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("比本程序新（脚本 99999）")
          .hasMessageContaining("is newer than this program (script 99999). Start a newer Yiwang");
      sql.sql("UPDATE launch_migration SET version = '1.00001' WHERE version = '99999'").update();
      assertThatThrownBy(() -> Migration.apply(pool, TestDatabase.SCHEMA))
          .as("one that lies between ours")
          .hasMessageContaining("is newer than this program (script 1.00001)");
    }
  }
}
