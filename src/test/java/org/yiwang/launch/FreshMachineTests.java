package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script on a machine where nobody has set anything: no JAVA_HOME, and only the plain tools of
 * a shell on the path. The usual places of a JDK are looked for below a folder of the test's own,
 * else the JDK that runs the tests would always be found.
 */
class FreshMachineTests {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "env",
          "awk",
          "cat",
          "chmod",
          "cksum",
          "cut",
          "date",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "id",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tr",
          "uname",
          "wc");

  @TempDir Path folder;
  private FreshClone clone;
  private Path machine;
  private Path path;

  @BeforeEach
  void nothingIsInstalled() throws IOException {
    clone = FreshClone.in(folder);
    machine = Files.createDirectories(folder.resolve("machine"));
    path = Files.createDirectories(folder.resolve("path"));
    for (String tool : TOOLS) {
      Path there = tool(tool);
      if (there != null) {
        Files.createSymbolicLink(path.resolve(tool), there);
      }
    }
    Path script = folder.resolve("clone/yiwang");
    String moved =
        Files.readString(script)
            .replaceAll(" (/usr/lib|/usr/java|/opt|/Library)", " " + machine + "$1");
    assertThat(moved).contains(machine + "/usr/lib/jvm/*25*");
    Files.writeString(script, moved);
  }

  private static @Nullable Path tool(String name) {
    return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private void installMaven() throws IOException {
    clone.script("path/mvn", "#!/usr/bin/env bash\necho \"mvn for $JAVA_HOME\" >>\"$CALLS\"\n");
  }

  /** A JDK that writes down that it was called; the one on the path is the machine's default. */
  private void installJdk(String place, String version, boolean isDefault) throws IOException {
    String home = "machine/" + place;
    clone.script(home + "/bin/java", FreshClone.JAVA.replace("java $*", version + " $*"));
    clone.script(home + "/bin/javac", "#!/usr/bin/env bash\n");
    Files.writeString(folder.resolve(home + "/release"), "JAVA_VERSION=\"" + version + "\"\n");
    if (isDefault) {
      Files.createSymbolicLink(path.resolve("java"), folder.resolve(home + "/bin/java"));
    }
  }

  private int run(String... words) throws Exception {
    Process process =
        clone.start(
            List.of(
                "-u",
                "JAVA_HOME",
                "-u",
                "JDK_HOME",
                "-u",
                "SDKMAN_DIR",
                "HOME=" + machine,
                "PATH=" + path),
            words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void withoutAJdk25ItSaysWhatToInstall() throws Exception {
    installMaven();
    installJdk("usr/lib/jvm/java-17-openjdk", "17.0.9", true);
    assertThat(run("pack", "check")).isOne();
    assertThat(clone.errors().lines())
        .containsExactly(
            "✗ 没有找到 JDK 25：请安装（例如 https://adoptium.net 的 Temurin 25），或让 JAVA_HOME 指向它。",
            "  No JDK 25 was found: install one (e.g. Temurin 25 from https://adoptium.net) or point"
                + " JAVA_HOME to it.");
    assertThat(clone.calls()).isEmpty();
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    installJdk("usr/lib/jvm/temurin-25-jdk", "25.0.1", true);
    assertThat(run("pack", "check")).isOne();
    assertThat(clone.errors().lines())
        .containsExactly(
            "✗ 没有找到 Maven：请安装（例如 apt-get install maven 或 brew install maven）。",
            "  Maven was not found: install it (e.g. apt-get install maven, or brew install maven).");
    assertThat(clone.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "usr/lib/jvm/temurin-25-jdk-amd64",
    "usr/lib64/jvm/java-25",
    "usr/java/jdk-25.0.1",
    "opt/jdk-25.0.1",
    "opt/java/openjdk-25",
    ".sdkman/candidates/java/25.0.1-tem",
    ".jdks/temurin-25.0.1",
    "usr/lib/jvm/default-java" // its name does not say which it is; its release file does
  })
  void aJdk25IsFoundBesideAnOlderDefault(String place) throws Exception {
    installMaven();
    installJdk("usr/lib/jvm/java-17-openjdk", "17.0.9", true);
    installJdk(place, "25.0.1", false);
    assertThat(run("pack", "check")).as(clone.errors()).isZero();
    assertThat(clone.calls())
        .contains("mvn for " + machine.resolve(place))
        .noneMatch(call -> call.startsWith("17."));
    assertThat(clone.calls().getLast()).startsWith("25.0.1 ").endsWith("pack check");
  }

  /** JDK 25 in name only, or a JRE: neither can build. */
  @Test
  void whatOnlyLooksLikeAJdk25IsPassedOver() throws Exception {
    installMaven();
    installJdk("usr/lib/jvm/a-25-that-is-24", "24.0.2", false);
    installJdk("usr/lib/jvm/b-25-jre", "25.0.1", false);
    Files.delete(machine.resolve("usr/lib/jvm/b-25-jre/bin/javac"));
    assertThat(run("pack", "check")).isOne();
    assertThat(clone.errors()).contains("No JDK 25 was found");
  }

  @ParameterizedTest
  @CsvSource({"statsu, status", "tset, test", "strat, start", "Stop, stop", "jounal, journal"})
  void aMistypedCommandIsAnsweredBeforeAnythingIsNeeded(String typed, String meant)
      throws Exception {
    assertThat(run(typed)).isEqualTo(2);
    assertThat(clone.errors().lines())
        .containsExactly(
            "✗ 没有这个写法 / There is no '" + typed + "' in ./yiwang.",
            "  Did you mean: ./yiwang " + meant + " ? 您要的是不是这个？",
            "  用法 How it is used: ./yiwang --help");
    assertThat(clone.calls()).isEmpty();
    assertThat(folder.resolve("clone/target")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"xyzzy", "s", "'a b'", "'\\n'", "上报"})
  void aWordThatIsLikeNothingGetsNoGuess(String typed) throws Exception {
    assertThat(run(typed)).isEqualTo(2);
    assertThat(clone.errors()).contains("'" + typed + "'").doesNotContain("Did you mean");
  }

  /** Nothing was ever built, so nothing runs: nobody waits for a build to hear that. */
  @Test
  void stopAndStatusAnswerBeforeAnythingIsBuilt() throws Exception {
    assertThat(run("stop")).isZero();
    assertThat(run("status")).isEqualTo(3);
    assertThat(clone.calls()).isEmpty();
  }

  /** Every command of the help is known, so that none is refused before it can be built. */
  @Test
  void everyCommandOfTheHelpGoesOn() throws Exception {
    List<String> commands =
        Files.readAllLines(Path.of(HelpFile.NAME)).stream()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .map(line -> line.strip().split(" ")[0])
            .filter(command -> !List.of("test", "stop", "status").contains(command))
            .toList();
    assertThat(commands).contains("start", "pack", "journal");
    for (String command : commands) {
      assertThat(run(command)).as(command).isOne();
      assertThat(clone.errors()).as(command).contains("No JDK 25 was found");
    }
  }
}
