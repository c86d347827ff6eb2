package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./yiwang} several times at once: who waits for whom, and who does not. */
class LaunchersTests {
  @TempDir Path folder;
  private FreshClone clone;

  @BeforeEach
  void makeAFreshClone() throws IOException {
    clone = FreshClone.in(folder);
  }

  @Test
  void whoeverWaitsForAnotherBuildIsToldSo() throws Exception {
    assumeTrue(FreshClone.done("sh", "-c", "command -v flock"));
    Process other = hold("clone/target/.building");
    Process process = clone.start(List.of(), "pack", "check");
    await().until(() -> clone.errors().contains("Another start is building; waiting"));
    assertThat(clone.errors()).contains("另一个启动正在构建");
    assertThat(clone.calls()).isEmpty();
    other.outputWriter().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(clone.calls().getLast()).endsWith("pack check");
  }

  /**
   * Nothing is built and somebody builds, which takes minutes: whoever asks is answered at once.
   */
  @ParameterizedTest
  @CsvSource({
    "start --help, Usage: yiwang start [",
    "start --port 9 -h, Usage: yiwang start [",
    "help journal verify, Usage: yiwang journal verify [",
    "journal verify --help, Usage: yiwang journal verify [",
    "journal --help, Usage: yiwang journal [",
    "strat --help, Usage: yiwang [",
    "--data d --help, Usage: yiwang [",
  })
  void helpWaitsForNoBuild(String typed, String usage) throws Exception {
    assumeTrue(FreshClone.done("sh", "-c", "command -v flock"));
    Process other = hold("clone/target/.building");
    assertThat(clone.said(List.of(), typed.split(" ")))
        .startsWith(usage)
        .contains("Examples 示例:")
        .containsOnlyOnce("Usage: yiwang")
        .doesNotContain("-----");
    assertThat(clone.calls()).isEmpty();
    other.outputWriter().close();
  }

  /** Nothing was ever built here: nothing can run, and that is no reason to build for minutes. */
  @ParameterizedTest
  @CsvSource({"status, 3", "stop, 0", "status --data elsewhere, 3", "stop --data=elsewhere, 0"})
  void whoeverAsksWhereNothingWasEverBuiltIsAnsweredAtOnce(String typed, int code)
      throws Exception {
    Process process = clone.start(List.of(), typed.split(" "));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(code);
    assertThat(Files.readAllLines(folder.resolve("said")))
        .singleElement()
        .asString()
        .startsWith("· 没有在运行 / Nothing runs on ")
        .endsWith(typed.contains("data") ? "elsewhere" : "data");
    assertThat(clone.calls()).isEmpty();
  }

  @Test
  void aStartBesideATrainingDoesNotWaitForItAndSeesNothingOfIt() throws Exception {
    assumeTrue(FreshClone.done("sh", "-c", "command -v flock"));
    Process first = clone.start(List.of("NEVER_UP=1"), "start");
    Path trained = folder.resolve("calls.trained");
    await().until(() -> Files.exists(trained) && !Files.readString(trained).isBlank());

    clone.said(List.of(), "start", "--port", "9");
    assertThat(clone.errors())
        .contains("不等它", "Another start is preparing quick starts; not waiting for it");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).as("never two").hasSize(1);
    assertThat(clone.calls().getLast()).endsWith("start --port 9").doesNotContain("AOTCache");
    clone.said(List.of(), "journal", "verify");
    assertThat(clone.calls().getLast()).as("half of it is there").doesNotContain("AOTCache");

    first.destroy();
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    clone.said(List.of(), "start");
    assertThat(clone.calls()).filteredOn(FreshClone::trains).hasSize(2);
    assertThat(clone.calls().getLast()).contains("-XX:AOTCache=");
    assertThat(learnt()).containsExactly("yiwang.aot");
  }

  /** Files of the trainings, whole or not. */
  private List<String> learnt() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("clone/target/program"))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".aot"))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aTrainingThatIsInterruptedLeavesNothingRunningAndNothingBehind(String signal)
      throws Exception {
    String heard = "--default-signal=" + signal; // a build in the background may ignore it
    assumeTrue(FreshClone.done("env", heard, "true"));
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Process process = clone.start(List.of(heard, "NEVER_UP=1", "TMPDIR=" + temporary), "start");
    Path trained = folder.resolve("calls.trained");
    await().until(() -> Files.exists(trained) && !Files.readString(trained).isBlank());
    long jvm = Long.parseLong(Files.readString(trained).strip());

    assertThat(FreshClone.done("kill", "-" + signal, Long.toString(process.pid()))).isTrue();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(ProcessHandle.of(jvm).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(temporary).isEmptyDirectory();
    assertThat(clone.calls()).filteredOn(call -> !call.contains("jarmode")).hasSize(2);
    clone.said(List.of(), "start");
    assertThat(clone.calls()).as("the next start trains").filteredOn(FreshClone::trains).hasSize(2);
  }

  /** Somebody who has the lock until their input is closed. */
  private Process hold(String name) throws IOException {
    Path lock = folder.resolve(name);
    Files.createDirectories(lock.getParent());
    Process other = new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo; cat").start();
    assertThat(other.inputReader().readLine()).as("it has the lock").isEmpty();
    return other;
  }
}
