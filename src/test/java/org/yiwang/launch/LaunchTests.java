package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yiwang.Yiwang;
import picocli.CommandLine;

@ExtendWith(OutputCaptureExtension.class)
class LaunchTests {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandSaysWhatItDoesAndShowsExamples() {
    return commands(tree()).stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getCommandSpec().qualifiedName(),
                    () -> {
                      String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
                      assertThat(help).contains("Usage: yiwang").contains("Example");
                      assertThat(command.getCommandSpec().usageMessage().description())
                          .isNotEmpty();
                    }));
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearestOne(CapturedOutput said) {
    assertThat(run("statsu")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("'statsu'").contains("Did you mean: yiwang status");
  }

  @Test
  void aMistypedOptionIsAnsweredWithTheNearestOne(CapturedOutput said) {
    assertThat(run("start", "--prot", "9000")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("--prot").contains("--port");
  }

  @Test
  void helpListsEveryCommand(CapturedOutput said) {
    assertThat(run("--help")).isZero();
    assertThat(said.getOut()).contains("start", "stop", "status", "./yiwang test");
  }

  @Test
  void theVersionIsSaid(CapturedOutput said) {
    assertThat(run("--version")).isZero();
    assertThat(said.getOut()).startsWith("Yiwang ").contains("Java 25");
  }

  @Test
  void stoppingWhatDoesNotRunIsNoFailure(CapturedOutput said) {
    assertThat(run("stop", "--data", folder.toString())).isZero();
    assertThat(said.getOut()).contains("Nothing runs");
  }

  @Test
  void aPidFileLeftByAKilledProgramIsRecognised(CapturedOutput said) throws Exception {
    Files.writeString(
        folder.resolve("yiwang.pid"),
        new RunningProgram(ProcessHandle.current().pid(), "127.0.0.1", 1, "x").written());
    assertThat(run("status", "--data", folder.toString())).isEqualTo(3);
    assertThat(said.getOut()).contains("Nothing runs");
  }

  @Test
  void packsAreCheckedFromTheCommandLine(CapturedOutput said) {
    assertThat(run("pack", "check", "packs/_toy")).isZero();
    assertThat(said.getOut()).contains("packs/_toy: no problems");
  }

  @Test
  void aPackThatIsNotThereIsOneSentence(CapturedOutput said) {
    int code = run("start", "--data", folder.toString(), "--pack", "packs/atlantis");
    assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr())
        .contains("There is no pack at packs/atlantis.")
        .doesNotContain("\tat ");
  }

  @Test
  void aPacksSchemaIsItsName() {
    assertThat(Migration.schema("san-francisco")).isEqualTo("san_francisco");
    assertThat(Migration.schema("_toy")).isEqualTo("_toy");
  }

  private static int run(String... arguments) {
    return Launch.run(Yiwang.class, arguments);
  }

  private static CommandLine tree() {
    return CommandTree.build(new RootCommand(), Yiwang.class.getPackageName(), List.of("--help"));
  }

  private static List<CommandLine> commands(CommandLine line) {
    List<CommandLine> all = new ArrayList<>();
    if (line.getSubcommands().isEmpty()) {
      all.add(line);
    }
    line.getSubcommands().values().forEach(below -> all.addAll(commands(below)));
    return all;
  }
}
