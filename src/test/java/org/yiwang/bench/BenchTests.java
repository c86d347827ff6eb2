package org.yiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yiwang.ProgramTest;
import org.yiwang.launch.Command;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.RunningProgram;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The measurements run to their end and count all that they were told to; how fast is not asked
 * here. Plain SQL beside the program has to fit the tables as they are now.
 */
@Isolated("reads what the program prints")
@ProgramTest
class BenchTests {
  private static final Path YANGPU = Path.of("packs/yangpu");

  /** What others read from the one line: these names stay. */
  private static final List<String> LIFECYCLE_KEYS =
      List.of("lifecycles_per_second", "p50_ms", "p99_ms", "plain_sql_per_second", "ratio");

  @LocalServerPort int port;
  @Autowired ApplicationContext beans;
  @Autowired Environment environment;

  static Stream<Command> measurements() {
    return Stream.of(
        told(new LifecycleBench(), "--cases", "100", "--warm-up", "20", "--clients", "2"),
        told(new SubmitBench(), "--count", "100", "--users", "2", "--pause", "0"),
        told(new CredentialBench(), "--count", "100", "--clients", "2"),
        told(new SearchBench(), "--queries", "100", "--matters", "100"));
  }

  private static Command told(Command bench, String... options) {
    var line = new CommandLine(bench);
    line.parseArgs(Stream.concat(Stream.of(options), Stream.of("--json")).toArray(String[]::new));
    return bench;
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void countsWhatWasAskedAndThePlainWorkBesideIt(Command bench) throws Exception {
    JsonNode said = JsonMapper.shared().readTree(printed(bench));
    assertThat(Stream.of("cases", "count", "queries").map(said::path).mapToInt(JsonNode::asInt))
        .contains(100);
    assertThat(said.path("ratio").isNumber()).isTrue();
    assertThat(said.path("ratio").asDouble()).isPositive();
    if (bench instanceof LifecycleBench) {
      assertThat(LIFECYCLE_KEYS)
          .allSatisfy(key -> assertThat(said.path(key).isNumber()).as(key).isTrue())
          .allSatisfy(key -> assertThat(said.path(key).asDouble()).as(key).isPositive());
      assertThat(said.path("warm_up").asInt()).isEqualTo(20);
      assertThat(said.path("p99_ms").asDouble())
          .isGreaterThanOrEqualTo(said.path("p50_ms").asDouble());
    }
  }

  static Stream<Arguments> measurementsOfNothing() {
    return Stream.of(
        Arguments.of(told(new LifecycleBench(), "--category", "no-such"), "没有类别 no-such "),
        Arguments.of(told(new LifecycleBench(), "--at", "here"), "“here”不是位置"),
        Arguments.of(told(new SubmitBench(), "--matter", "no-such"), "没有“no-such”这样"));
  }

  @ParameterizedTest
  @MethodSource("measurementsOfNothing")
  void saysInBothLanguagesWhatItCannotMeasure(Command bench, String chinese) {
    assertThatThrownBy(() -> bench.run(new Here()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(chinese)
        .message()
        .containsPattern("\n  .*(no-such|LON,LAT)");
  }

  private String printed(Command bench) throws Exception {
    PrintStream terminal = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(bench.run(new Here())).isZero();
    } finally {
      System.setOut(terminal);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().reduce((a, b) -> b).orElse("");
  }

  /** The program that this test runs in, seen as a command sees one beside it. */
  private final class Here implements Surroundings {
    @Override
    public Path data() {
      return Path.of("target/test-data");
    }

    @Override
    public Path pack() {
      return YANGPU;
    }

    @Override
    public Optional<RunningProgram> findRunning() {
      return Optional.of(
          new RunningProgram(ProcessHandle.current().pid(), "127.0.0.1", port, "yangpu"));
    }

    @Override
    public Optional<DatabaseAddress> findDatabase() {
      return Optional.of(
          new DatabaseAddress(
              environment.getRequiredProperty("yiwang.db.url"),
              environment.getRequiredProperty("yiwang.db.user"),
              environment.getRequiredProperty("yiwang.db.password")));
    }

    @Override
    public void requireDistrict() {
      // the test's own program runs
    }

    @Override
    public Surroundings orNew() {
      return this;
    }

    @Override
    public int withBeans(ToIntFunction<ApplicationContext> work, Runnable stop) {
      return work.applyAsInt(beans);
    }
  }
}
