package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./yiwang} in a fresh clone: what is built and trained when. */
class LauncherTests {
  @TempDir Path folder;
  private FreshClone clone;

  @BeforeEach
  void makeAFreshClone() throws IOException {
    clone = FreshClone.in(folder);
  }

  @Test
  void helpWaitsForNothing() throws Exception {
    String help = Files.readString(Path.of(HelpFile.NAME)).split("-{80}\n", 2)[0];
    for (String word : List.of("--help", "-h", "help")) {
      assertThat(clone.said(List.of(), word)).isEqualTo(help);
    }
    assertThat(clone.calls()).isEmpty();
    assertThat(folder.resolve("clone/target")).doesNotExist();
  }

  @Test
  void theVersionIsThatOfTheSources() throws Exception {
    assertThat(clone.said(List.of(), "--version"))
        .matches("Yiwang \\d+\\.\\d+\\.\\d+\\R.*Not built yet\\R");
    assertThat(clone.calls()).isEmpty();
  }

  @Test
  void whatTheTestsNeedIsSaidBeforeTheyRun() throws Exception {
    assertThat(clone.said(List.of(), "test", "--help"))
        .contains("25 minutes", "chromium fonts-noto-cjk", "YIWANG_CHROMIUM", "--fast", "skipped");
    assertThat(clone.calls()).isEmpty();
  }

  @Test
  void aFirstCommandBuildsAndTheFirstStartAfterItTrains() throws Exception {
    clone.said(List.of(), "pack", "check");
    assertThat(clone.calls())
        .anyMatch(call -> call.startsWith("mvn "))
        .noneMatch(FreshClone::trains);
    assertThat(clone.calls().getLast()).endsWith("pack check");

    clone.said(List.of(), "start", "--help");
    assertThat(clone.calls()).noneMatch(FreshClone::trains);

    clone.said(List.of(), "start", "--port", "9");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).hasSize(1);
    assertThat(clone.calls()).filteredOn(call -> call.startsWith("mvn ")).hasSize(1);
    assertThat(clone.calls().getLast()).contains("-XX:AOTCache=").endsWith("start --port 9");

    clone.said(List.of(), "start");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).hasSize(1);
  }

  @Test
  void withoutTrainingAStartIsJustBuilt() throws Exception {
    clone.said(List.of("YIWANG_NO_TRAINING=1"), "start");
    assertThat(clone.calls()).noneMatch(FreshClone::trains);
    assertThat(clone.calls().getLast()).endsWith("start").doesNotContain("AOTCache");
  }

  /** The word may be left out, and then it is a start all the same: as quick, and trained. */
  @Test
  void optionsAloneAreAStart() throws Exception {
    clone.said(List.of(), "--port", "9", "--data", "d");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).hasSize(1);
    assertThat(clone.calls().getLast())
        .contains("-Dspring.aot.enabled=true")
        .doesNotContain("TieredStopAtLevel")
        .endsWith("--port 9 --data d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "xx_XX.UTF-8", "C.UTF-8"})
  void chineseNamesAreReadWhateverTheTerminalsLanguageIs(String language) throws Exception {
    clone.said(List.of("LC_ALL=" + language, "NAMES=yes"), "journal", "verify", "--data", "数据");
    assertThat(clone.calls().getLast()).isEqualTo("names C.UTF-8");
  }

  /** Whether the program stays in the terminal's process or in one beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"--no-demo", "--background"})
  void theOptimizingCompilerOfTheProgramThatStaysStepsBack(String how) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/comm")));
    clone.script("tools/renice", "#!/usr/bin/env bash\necho \"renice $*\" >>\"$CALLS\"\n");
    clone.said(List.of("YIWANG_NO_TRAINING=1", "COMPILES=yes"), "start", how);
    String compiler = Files.readString(folder.resolve("calls.compiler")).strip();
    assertThat(clone.calls())
        .filteredOn(call -> call.startsWith("renice"))
        .first()
        .asString()
        .matches("renice -n (5|19) -p " + compiler);
  }

  /** What works long is compiled well, but not beside the program that it measures. */
  @Test
  void measuringLeavesTheCoresToTheProgramThatIsMeasured() throws Exception {
    clone.said(List.of(), "bench", "seal", "--data", "d");
    assertThat(clone.calls().getLast()).doesNotContain("TieredStopAtLevel");
    clone.said(List.of(), "bench", "lifecycle", "--data", "d");
    assertThat(clone.calls().getLast()).contains("TieredStopAtLevel");
  }

  /** It fills throw-away data, which nobody wants in their own database. */
  @Test
  void trainingTouchesNoOutsideDatabase() throws Exception {
    clone.said(List.of("YIWANG_DB_URL=jdbc:postgresql://db/yiwang"), "start", "--port", "9");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).hasSize(1);
    assertThat(clone.calls()).anyMatch(call -> call.contains("bench lifecycle"));
    assertThat(clone.calls())
        .filteredOn(call -> call.startsWith("outside") && !call.contains("jarmode"))
        .singleElement()
        .asString()
        .endsWith("start --port 9");
  }

  /** A file in its place cannot be written whoever runs this, also root. */
  @Test
  void whereNothingCanBeBuiltItSaysWhatToDo() throws Exception {
    Files.createFile(folder.resolve("clone/target"));
    Process process = clone.start(List.of(), "start");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(clone.errors().lines())
        .satisfiesExactly(
            zh -> assertThat(zh).startsWith("✗ ").contains("不可写：请把这个目录复制到"),
            en -> assertThat(en).contains("cannot be written: copy this folder"));
    assertThat(clone.calls()).isEmpty();
  }
}
