package org.yiwang.launch;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The real program as a process of its own, so that it can really be killed. */
final class ChildProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private final DataFolder data;
  private final Process process;

  private ChildProgram(DataFolder data, Process process) {
    this.data = data;
    this.process = process;
  }

  static ChildProgram start(Path data, Path pack, Map<String, String> environment) {
    return start(data, pack, environment, List.of("--no-demo"));
  }

  static ChildProgram start(
      Path data, Path pack, Map<String, String> environment, List<String> more) {
    try {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElseThrow());
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
      command.addAll(beansOfTheBuild());
      command.add("-Dyiwang.postgres.cache=" + Path.of("target").toAbsolutePath());
      command.addAll(List.of("-cp", classPath(), "org.yiwang.Yiwang"));
      command.addAll(List.of("start", "--port", "0", "--host", "127.0.0.1"));
      command.addAll(more);
      command.addAll(List.of("--data", data.toString(), "--pack", pack.toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      open(DataFolder.create(data).root());
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(
              DataFolder.create(data).root().resolve("said.log").toFile()));
      return new ChildProgram(new DataFolder(data), builder.start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it is shipped: without what is there for tests only, such as how they write their log. */
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(place -> !Path.of(place).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** As ./yiwang starts it, where the build has worked the beans out (not with -Dfast). */
  private static List<String> beansOfTheBuild() {
    boolean there =
        ChildProgram.class.getResource("/org/yiwang/Yiwang__ApplicationContextInitializer.class")
            != null;
    return there ? List.of("-Dspring.aot.enabled=true") : List.of();
  }

  /** Temporary folders are closed to others; the database's account must be able to pass. */
  private static void open(Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Set<PosixFilePermission> all = PosixFilePermissions.fromString("rwxr-xr-x");
    for (Path at = folder; at != null && !at.equals(temporary); at = at.getParent()) {
      Files.setPosixFilePermissions(at, all);
    }
  }

  /** Waits until it says that pages can be served. */
  ChildProgram awaitHealthy() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive() || isHealthy());
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended while starting: " + said());
    }
    return this;
  }

  boolean isHealthy() {
    return PidFile.find(data)
        .filter(running -> running.port() != 0)
        .map(Health::of)
        .filter(Health::up)
        .isPresent();
  }

  URI address() {
    return PidFile.find(data).orElseThrow().address();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String said() {
    try {
      return Files.readString(data.root().resolve("said.log"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  long postgresPid() {
    return PostmasterFile.find(data.cluster()).orElseThrow().pid();
  }

  DatabaseAddress database() {
    return DatabaseAddress.local(
        PostmasterFile.find(data.cluster()).orElseThrow().port(),
        PostgresCluster.DATABASE,
        PostgresCluster.USER,
        DataFolder.read(data.password()));
  }

  /** As a power cut would do it: no signal that could be handled. */
  void killProgram() {
    process.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }

  void killPostgres() {
    ProcessHandle.of(postgresPid()).orElseThrow().destroyForcibly();
  }

  /** SIGTERM, and waits for the end. */
  int stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("It does not stop: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
