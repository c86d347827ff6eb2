package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
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
                      assertThat(help).contains("Usage: yiwang").contains("Examples 示例:");
                      assertThat(help.lines())
                          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
                      assertThat(command.getCommandSpec().usageMessage().description())
                          .isNotEmpty();
                    }));
  }

  /** An example can be pasted: every word of it is understood. */
  @TestFactory
  Stream<DynamicTest> everyExampleIsUnderstood() {
    return Stream.concat(Stream.of(tree()), all(tree()).stream())
        .flatMap(command -> examples(command).stream())
        .distinct()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example, () -> tree().parseArgs(example.strip().split("\\s+"))));
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearestOne(CapturedOutput said) {
    assertThat(run("statsu")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr())
        .contains("'statsu'")
        .contains("Did you mean: ./yiwang status ?")
        .contains("./yiwang --help")
        .doesNotContain("Usage:");
  }

  @Test
  void theLaunchersOwnCommandIsNearToo(CapturedOutput said) {
    assertThat(run("tset")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("Did you mean: ./yiwang test ?");
  }

  @Test
  void aMistypedCommandOfAGroupIsAnsweredWithTheNearestOne(CapturedOutput said) {
    assertThat(run("pack", "chek")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("Did you mean: ./yiwang pack check ?");
  }

  @Test
  void aMistypedOptionIsAnsweredWithTheNearestOne(CapturedOutput said) {
    assertThat(run("start", "--prot", "9000")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr())
        .contains("'--prot'")
        .contains("Did you mean: ./yiwang start --port ?")
        .contains("./yiwang start --help");
  }

  @Test
  void aWordThatIsLikeNothingGetsNoGuess(CapturedOutput said) {
    assertThat(run("xyzzy")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.getErr()).contains("'xyzzy'").doesNotContain("Did you mean");
  }

  @Test
  void aPortThatCannotBeIsOneSentence(CapturedOutput said) {
    assertThat(run("start", "--data", folder.toString(), "--port", "99999"))
        .isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr()).contains("There is no port 99999.").doesNotContain("\tat ");
  }

  @Test
  void helpListsEveryCommand(CapturedOutput said) {
    assertThat(run("--help")).isZero();
    assertThat(said.getOut()).contains("start", "stop", "status", "./yiwang test");
  }

  @Test
  void helpMayBeAskedForWithAWord(CapturedOutput said) {
    assertThat(run("help")).isZero();
    assertThat(said.getOut()).contains("Usage: yiwang [");
    assertThat(run("help", "pack", "check")).isZero();
    assertThat(said.getOut()).contains("Usage: yiwang pack check");
  }

  @Test
  void theTestsAreTheLaunchers(CapturedOutput said) {
    assertThat(run("test")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.getErr()).contains("Tests are run by the launcher of the source folder");
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
  void noLibraryWritesItsWarningsIntoWhatACommandPrints(CapturedOutput said) {
    assertThat(run("pack", "check", "packs/_toy")).isZero();
    Logger.getLogger("org.apache.lucene.some").warning("It could be quicker");
    assertThat(said.getAll()).doesNotContain("It could be quicker");
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

  /** Its lines that begin with the program, without the remark beside them. */
  private static List<String> examples(CommandLine command) {
    String[] footer = command.getCommandSpec().usageMessage().footer();
    return String.join("\n", footer)
        .replace("\\\n    ", "")
        .lines()
        .filter(line -> line.startsWith("  ./yiwang ") && !line.startsWith("  ./yiwang test"))
        .map(line -> line.substring("  ./yiwang ".length()).split(" {2,}", 2)[0].strip())
        .filter(line -> !line.isEmpty() && !line.contains("COMMAND"))
        .toList();
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(line.getSubcommands().values());
    line.getSubcommands().values().forEach(below -> all.addAll(all(below)));
    return all;
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
