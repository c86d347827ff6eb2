package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yiwang.Yiwang;
import picocli.CommandLine;

/** A mistyped folder, pack or address begins no district, and no command says that all is well. */
@ExtendWith(OutputCaptureExtension.class)
class NoDistrictTests {
  private static final String TOY = "packs/_toy";
  @TempDir Path folder;
  private Path password;

  @BeforeEach
  void aPasswordAndAFolderThatTheDatabasesAccountMayPass() throws IOException {
    System.setProperty("yiwang.postgres.cache", Path.of("target").toAbsolutePath().toString());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "journal verify",
        "journal rotate-key",
        "keys backup FOLDER/keys.yiwang --password-file FOLDER/password",
        "credential rotate-key",
        "import requests pom.xml",
        "bench seal",
      })
  void aFolderThatIsNotThereIsSaidAndNotMade(String typed, CapturedOutput said) {
    Path absent = folder.resolve("absent");
    assertThat(run(typed, "--data", absent.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr())
        .contains("✗ " + absent + " 里没有城区。请先启动一个：./yiwang start --data " + absent)
        .contains("There is no district in " + absent + ". Start one by ./yiwang start --data")
        .doesNotContain("\tat ");
    assertThat(said.getOut()).isEmpty();
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(password));
  }

  @Test
  void aFolderThatHoldsSomethingElseStaysAsItIs(CapturedOutput said) {
    assertThat(run("journal verify", "--data", folder.toString()))
        .isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr()).contains("There is no district in " + folder);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(password));
  }

  /** It would mean the folder that one happens to be in, such as the source tree. */
  @ParameterizedTest
  @ValueSource(strings = {"start", "start --background", "status", "stop", "journal verify"})
  void aBlankFolderIsRefused(String typed, CapturedOutput said) {
    assertThat(run(typed, "--data", "")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("✗ --data 是空的", "--data is blank").contains("YIWANG_DATA");
    assertThat(run(typed, "--data", folder.toString(), "--pack", " "))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("✗ --pack 是空的", "--pack is blank");
    assertThat(Path.of("postgres.password")).doesNotExist();
    assertThat(Path.of("yiwang.lock")).doesNotExist();
  }

  @Test
  void anOutsideDatabaseWithoutTheDistrictIsSaid(CapturedOutput said) {
    DatabaseAddress empty = TestDatabase.empty();
    Map<String, String> outside =
        Map.of(
            "yiwang.db.url", empty.url(),
            "yiwang.db.user", empty.user(),
            "yiwang.db.password", empty.password());
    outside.forEach(System::setProperty);
    try {
      assertThat(run("journal verify", "--data", folder.toString(), "--pack", TOY))
          .isEqualTo(CommandLine.ExitCode.SOFTWARE);
    } finally {
      outside.keySet().forEach(System::clearProperty);
    }
    assertThat(said.getErr())
        .contains("✗ 数据库里没有 " + Path.of(TOY).toAbsolutePath() + " 的城区")
        .contains("packs/_toy in the database. Start it by", "YIWANG_DB_URL")
        .doesNotContain("\tat ");
  }

  /** Where there is one, what is there goes on working, and a backup may begin another. */
  @Test
  void onlyTheDistrictThatIsThereAnswers(CapturedOutput said) {
    String data = folder.resolve("data").toString();
    new CommandSurroundings(Yiwang.class, Path.of(data), Path.of(TOY))
        .orNew()
        .withBeans(beans -> 0);

    assertThat(run("journal verify", "--data", data, "--pack", "packs/san-francisco"))
        .isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr()).contains("packs/san-francisco in the database. Start it by");

    String keys = "FOLDER/keys.yiwang --password-file FOLDER/password";
    assertThat(run("keys backup " + keys, "--data", data, "--pack", TOY)).isZero();
    Path fresh = folder.resolve("fresh");
    assertThat(run("keys restore " + keys, "--data", fresh.toString(), "--pack", TOY)).isZero();
    assertThat(said.getOut()).contains("Restored from the backup");
    assertThat(fresh.resolve("key")).hasSameTextualContentAs(Path.of(data, "key"));
  }

  private int run(String typed, String... more) {
    List<String> words =
        new ArrayList<>(List.of(typed.replace("FOLDER", folder.toString()).split(" ")));
    words.addAll(List.of(more));
    return Launch.run(Yiwang.class, words.toArray(String[]::new));
  }
}
