package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./yiwang} in a fresh clone: what is built and trained, and when. */
class LauncherTests extends LauncherTest {
  @Test
  void helpWaitsForNothing() throws Exception {
    String help = Files.readString(Path.of(HelpFile.NAME));
    for (String word : List.of("--help", "-h", "help")) {
      assertThat(said(List.of(), word)).isEqualTo(help);
    }
    assertThat(calls()).isEmpty();
    assertThat(folder.resolve("clone/target")).doesNotExist();
  }

  @Test
  void theVersionIsThatOfTheSources() throws Exception {
    assertThat(said(List.of(), "--version"))
        .matches("Yiwang \\d+\\.\\d+\\.\\d+\\R.*Not built yet\\R");
    assertThat(calls()).isEmpty();
  }

  @Test
  void whatTheTestsNeedIsSaidBeforeTheyRun() throws Exception {
    assertThat(said(List.of(), "test", "--help"))
        .contains("25 minutes", "chromium fonts-noto-cjk", "YIWANG_CHROMIUM", "--fast", "skipped");
    assertThat(calls()).isEmpty();
  }

  @Test
  void aFirstCommandBuildsAndTheFirstStartAfterItTrains() throws Exception {
    said(List.of(), "pack", "check");
    assertThat(calls()).anyMatch(call -> call.startsWith("mvn ")).noneMatch(this::trains);
    assertThat(calls().getLast()).endsWith("pack check");

    said(List.of(), "start", "--help");
    assertThat(calls()).noneMatch(this::trains);

    said(List.of(), "start", "--port", "9");
    assertThat(calls()).filteredOn(this::trains).hasSize(1);
    assertThat(calls()).filteredOn(call -> call.startsWith("mvn ")).hasSize(1);
    assertThat(calls().getLast()).contains("-XX:AOTCache=").endsWith("start --port 9");

    said(List.of(), "start");
    assertThat(calls()).filteredOn(this::trains).hasSize(1);
  }

  @Test
  void withoutTrainingAStartIsJustBuilt() throws Exception {
    said(List.of("YIWANG_NO_TRAINING=1"), "start");
    assertThat(calls()).noneMatch(this::trains);
    assertThat(calls().getLast()).endsWith("start").doesNotContain("AOTCache");
  }

  /** The word may be left out, and then it is a start all the same: as quick, and trained. */
  @Test
  void optionsAloneAreAStart() throws Exception {
    said(List.of(), "--port", "9", "--data", "d");
    assertThat(calls()).filteredOn(this::trains).hasSize(1);
    assertThat(calls().getLast())
        .contains("-Dspring.aot.enabled=true")
        .doesNotContain("TieredStopAtLevel")
        .endsWith("--port 9 --data d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "xx_XX.UTF-8", "C.UTF-8"})
  void chineseNamesAreReadWhateverTheTerminalsLanguageIs(String language) throws Exception {
    said(List.of("LC_ALL=" + language, "NAMES=yes"), "status", "--data", "数据");
    assertThat(calls().getLast()).isEqualTo("names C.UTF-8");
  }

  /** Whether the program stays in the terminal's process or in one beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"--no-demo", "--background"})
  void theOptimizingCompilerOfTheProgramThatStaysStepsBack(String how) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/comm")));
    script("tools/renice", "#!/usr/bin/env bash\necho \"renice $*\" >>\"$CALLS\"\n");
    said(List.of("YIWANG_NO_TRAINING=1", "COMPILES=yes"), "start", how);
    String compiler = Files.readString(folder.resolve("calls.compiler")).strip();
    assertThat(calls())
        .filteredOn(call -> call.startsWith("renice"))
        .first()
        .asString()
        .matches("renice -n (5|19) -p " + compiler);
  }

  /** What works long is compiled well, but not beside the program that it measures. */
  @Test
  void measuringLeavesTheCoresToTheProgramThatIsMeasured() throws Exception {
    said(List.of(), "bench", "seal", "--data", "d");
    assertThat(calls().getLast()).doesNotContain("TieredStopAtLevel");
    said(List.of(), "bench", "lifecycle", "--data", "d");
    assertThat(calls().getLast()).contains("TieredStopAtLevel");
  }

  /** It fills throw-away data, which nobody wants in their own database. */
  @Test
  void trainingTouchesNoOutsideDatabase() throws Exception {
    said(List.of("YIWANG_DB_URL=jdbc:postgresql://db/yiwang"), "start", "--port", "9");
    assertThat(calls()).filteredOn(this::trains).hasSize(1);
    assertThat(calls()).anyMatch(call -> call.contains("bench lifecycle"));
    assertThat(calls())
        .filteredOn(call -> call.startsWith("outside") && !call.contains("jarmode"))
        .singleElement()
        .asString()
        .endsWith("start --port 9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aTrainingThatIsInterruptedLeavesNothingRunningAndNothingBehind(String signal)
      throws Exception {
    String heard = "--default-signal=" + signal; // a build in the background may ignore it
    assumeTrue(done("env", heard, "true"));
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Process process = start(List.of(heard, "NEVER_UP=1", "TMPDIR=" + temporary), "start");
    Path trained = folder.resolve("calls.trained");
    await().until(() -> Files.exists(trained) && !Files.readString(trained).isBlank());
    long jvm = Long.parseLong(Files.readString(trained).strip());

    assertThat(done("kill", "-" + signal, Long.toString(process.pid()))).isTrue();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(ProcessHandle.of(jvm).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(temporary).isEmptyDirectory();
    assertThat(calls()).filteredOn(call -> !call.contains("jarmode")).hasSize(2);
    said(List.of(), "start");
    assertThat(calls()).as("the next start trains").filteredOn(this::trains).hasSize(2);
  }

  @Test
  void whoeverWaitsForAnotherBuildIsToldSo() throws Exception {
    assumeTrue(done("sh", "-c", "command -v flock"));
    Path lock = folder.resolve("clone/target/.building");
    Files.createDirectories(lock.getParent());
    Process other = new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo; cat").start();
    assertThat(other.inputReader().readLine()).as("it has the lock").isEmpty();
    Process process = start(List.of(), "pack", "check");
    await().until(() -> errors().contains("Another start is building; waiting"));
    assertThat(errors()).contains("另一个启动正在构建");
    assertThat(calls()).isEmpty();
    other.outputWriter().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(calls().getLast()).endsWith("pack check");
  }

  /** A file in its place cannot be written whoever runs this, also root. */
  @Test
  void whereNothingCanBeBuiltItSaysWhatToDo() throws Exception {
    Files.createFile(folder.resolve("clone/target"));
    Process process = start(List.of(), "start");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(errors().lines())
        .satisfiesExactly(
            zh -> assertThat(zh).startsWith("✗ ").contains("不可写：请把这个目录复制到"),
            en -> assertThat(en).contains("cannot be written: copy this folder"));
    assertThat(calls()).isEmpty();
  }
}
