package org.yiwang.journal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Go's own code for transparency logs, where it is installed: {@code apt-get install golang-go
 * golang-golang-x-mod-dev}.
 */
final class GoTools {
  private static final Path SOURCES = Path.of("/usr/share/gocode");
  private static final Path VERIFY = Path.of("src/test/resources/journal/verify.go");

  private GoTools() {}

  static boolean installed() {
    return Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb/tlog"))
        && List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
  }

  /** What the tool says of a log and of receipts, and its exit code in the last line. */
  static String verify(String log, String key, Path... receipts) {
    List<String> command = new ArrayList<>(List.of("go", "run", VERIFY.toString(), log, key));
    List.of(receipts).forEach(file -> command.add(file.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", SOURCES.toString());
    builder.environment().put("GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString());
    try {
      Process go = builder.start();
      String said = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!go.waitFor(3, TimeUnit.MINUTES)) {
        go.destroyForcibly();
      }
      return said + "exit " + go.exitValue();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
