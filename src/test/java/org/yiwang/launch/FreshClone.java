package org.yiwang.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A fresh clone with the script {@code ./yiwang}. Maven and the JDK are stood in for by two scripts
 * that write down how they were called, so that what is built and trained when is seen in a second.
 *
 * @param folder holds the clone, the stand-ins, and what was said and called
 */
record FreshClone(Path folder) {
  static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "java $*" >>"$CALLS"
      [ -z "${YIWANG_DB_URL:-}" ] || echo "outside $*" >>"$CALLS"
      [ -z "${NAMES:-}" ] || echo "names $LC_ALL" >>"$CALLS"
      previous=""
      for word in "$@"; do
        case "$previous" in --destination) to="$word" ;; --data) data="$word" ;; esac
        case "$word" in -XX:AOTCacheOutput=*) cache="${word#*=}" ;; esac
        previous="$word"
      done
      [ -z "${to:-}" ] || : >"$to/yiwang.jar"
      compile() {
        echo C2 Stand-in >/proc/$BASHPID/comm
        echo $BASHPID >"$CALLS.compiler"
        until grep -qs ^renice "$CALLS"; do sleep 0.02; done
      }
      case "${COMPILES:-no} $* " in
        "yes "*" start "*"--background "*) compile & wait ;;
        "yes "*" start "*) compile ;;
      esac
      if [ -n "${cache:-}" ]; then
        echo half >"$cache"
        echo $$ >"$CALLS.trained"
        [ -n "${NEVER_UP:-}" ] || echo port=1 >"$data/yiwang.pid"
        exec sleep 20
      fi
      """;

  static FreshClone in(Path folder) throws IOException {
    FreshClone made = new FreshClone(folder);
    Path clone = Files.createDirectories(folder.resolve("clone"));
    for (String file : List.of("yiwang", "pom.xml", HelpFile.NAME)) {
      Files.createDirectories(clone.resolve(file).getParent());
      Files.copy(Path.of(file), clone.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(clone.resolve("src/main"));
    Files.createDirectories(clone.resolve(".mvn"));
    made.script("tools/mvn", "#!/usr/bin/env bash\necho \"mvn $*\" >>\"$CALLS\"\n");
    made.script("jdk/bin/java", JAVA);
    made.script("jdk/bin/javac", "#!/usr/bin/env bash\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    return made;
  }

  static boolean done(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  String errors() throws IOException {
    return Files.readString(folder.resolve("errors"), UTF_8);
  }

  static boolean trains(String call) {
    return call.contains("AOTCacheOutput");
  }

  String said(List<String> settings, String... words) throws Exception {
    Process process = start(settings, words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(errors()).isZero();
    return Files.readString(folder.resolve("said"), UTF_8);
  }

  Process start(List<String> settings, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("env", "-u", "YIWANG_NO_TRAINING", "-u", "YIWANG_DB_URL"));
    command.addAll(settings);
    command.add(folder.resolve("clone/yiwang").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CALLS", folder.resolve("calls").toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().merge("PATH", folder.resolve("tools") + ":", (old, ours) -> ours + old);
    builder.redirectError(folder.resolve("errors").toFile());
    builder.redirectOutput(folder.resolve("said").toFile());
    return builder.start();
  }

  List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  void script(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
