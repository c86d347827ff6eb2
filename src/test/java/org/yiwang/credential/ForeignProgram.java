package org.yiwang.credential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Somebody else's program in Node.js with packages of npm. They are on some machines only; where
 * they are not, its tests are not tried: our own program never needs them.
 *
 * @param place where it runs: a copy of what is kept under {@code src/test/node}
 */
record ForeignProgram(Path place) {
  /**
   * Makes it ready.
   *
   * @param name its folder
   * @param needs a package without which it is fetched once more
   */
  static ForeignProgram ready(String name, String needs) throws Exception {
    assumeTrue(present("node") && present("npm"), "Node.js is not on this machine: not tried");
    Path place = Path.of("target", name).toAbsolutePath();
    ForeignProgram program = new ForeignProgram(place);
    Files.createDirectories(place);
    try (Stream<Path> files = Files.list(Path.of("src/test/node", name))) {
      for (Path file : files.toList()) {
        Path copy = place.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.isDirectory(place.resolve("node_modules").resolve(needs))) {
      try {
        program.run("", "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
      } catch (AssertionError absent) {
        assumeTrue(false, "npm cannot fetch " + needs + " here: not tried");
      }
    }
    return program;
  }

  private static boolean present(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version").start().waitFor(20, TimeUnit.SECONDS);
    } catch (IOException absent) {
      return false;
    }
  }

  /**
   * Runs it to its end.
   *
   * @return what it wrote
   */
  String run(String input, String... command) throws Exception {
    Process process = start(command);
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new AssertionError(List.of(command) + ": " + Files.readString(errors()));
    }
    return out;
  }

  Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(place.toFile())
        .redirectError(errors().toFile())
        .start();
  }

  private Path errors() {
    return place.resolve("error.txt");
  }
}
