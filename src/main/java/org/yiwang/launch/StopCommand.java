package org.yiwang.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/** {@code ./yiwang stop}: ends the program that runs on the data folder. */
@CommandLine.Command(
    name = "stop",
    description = {"Stop the district and wait until it is down. 停止。", ""},
    footer = {
      "",
      "Requests under way are finished first, then the database stops.",
      "Exit code 0 also when nothing was running.",
      "",
      "Examples 示例:",
      "  ./yiwang stop",
      "  ./yiwang stop --data /srv/yiwang"
    })
final class StopCommand implements Command {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public int run(Surroundings surroundings) {
    Optional<RunningProgram> running = surroundings.findRunning();
    if (running.isEmpty()) {
      System.out.println("· 没有在运行 / Nothing runs on " + surroundings.data());
      return CommandLine.ExitCode.OK;
    }
    if (running.get().pid() == 0) {
      throw new LaunchException(
          "一网正在运行，但它的 yiwang.pid 已损坏。请用 pgrep -f yiwang.jar 找到进程，再用 kill 结束它。",
          "Yiwang runs, but its yiwang.pid is damaged. Find its process with pgrep -f yiwang.jar and end it with kill.");
    }
    ProcessHandle.of(running.get().pid()).ifPresent(ProcessHandle::destroy);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (surroundings.findRunning().isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new LaunchException(
            "进程 %d 还没有结束，日志里可能有原因；等不及时用 kill -9 %d 结束它，已确认的内容都在。"
                .formatted(running.get().pid(), running.get().pid()),
            "Process %d has not ended. Its log may say why; if it cannot wait, kill -9 %d ends it, and whatever was acknowledged is safe."
                .formatted(running.get().pid(), running.get().pid()));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    System.out.printf("✓ 已停止 / Stopped (process %d)%n", running.get().pid());
    return CommandLine.ExitCode.OK;
  }
}
