package org.yiwang.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Starts the same program once more without a terminal, and waits until it is healthy. */
final class BackgroundStart {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final DataFolder data;
  private long shown;

  BackgroundStart(DataFolder data) {
    this.data = DataFolder.create(data.root());
  }

  int run() throws IOException, InterruptedException {
    PidFile.find(data)
        .ifPresent(
            other -> {
              throw new LaunchException(
                  "一网已在 %s 上运行（进程 %d）。请先用 ./yiwang stop 停止，或用 --data 换一个目录。"
                      .formatted(data.root(), other.pid()),
                  "Yiwang already runs on %s (process %d). Stop it with ./yiwang stop, or choose another folder with --data."
                      .formatted(data.root(), other.pid()));
            });
    DataFolder.makeAnew(data.log()); // the first administrator's password may be told in it
    Process child =
        new ProcessBuilder(command())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(data.log().toFile())
            .start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (child.isAlive() && System.nanoTime() < deadline) {
      show();
      if (isHealthy()) {
        show();
        System.out.printf("  日志 Log: %s%n", data.log());
        return CommandLine.ExitCode.OK;
      }
      child.waitFor(100, TimeUnit.MILLISECONDS);
    }
    show();
    throw child.isAlive()
        ? new LaunchException(
            "还没有完全启动，原因见 %s；用 ./yiwang status 再看，用 ./yiwang stop 停止。".formatted(data.log()),
            "It is not fully up yet; see %s. Ask again with ./yiwang status, or stop it with ./yiwang stop."
                .formatted(data.log()))
        : new LaunchException(
            "没有启动成功，原因见 %s。".formatted(data.log()),
            "It ended while starting; see %s.".formatted(data.log()));
  }

  private boolean isHealthy() {
    return PidFile.find(data)
        .filter(running -> running.port() != 0)
        .map(Health::of)
        .filter(Health::up)
        .isPresent();
  }

  private void show() throws IOException {
    if (!Files.exists(data.log())) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(data.log().toFile(), "r")) {
      byte[] fresh = new byte[(int) (log.length() - shown)];
      log.seek(shown);
      log.readFully(fresh);
      shown += fresh.length;
      System.out.write(fresh, 0, fresh.length);
      System.out.flush();
    }
  }

  /** The command line of this very process, without {@code --background}. */
  private static List<String> command() {
    ProcessHandle.Info self = ProcessHandle.current().info();
    String[] arguments =
        self.arguments()
            .orElseThrow(
                () ->
                    new LaunchException(
                        "这个系统查不到程序是怎样启动的：请改用 nohup ./yiwang start & 启动。",
                        "This system does not tell how the program was started: run it with nohup ./yiwang start & instead."));
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.add(self.command().orElseThrow());
    for (String argument : arguments) {
      if (!argument.equals("--background")) {
        command.add(new String(argument.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      }
    }
    return command;
  }
}
