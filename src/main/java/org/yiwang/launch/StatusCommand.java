package org.yiwang.launch;

import java.util.Optional;
import picocli.CommandLine;

/** {@code ./yiwang status}: says whether it runs and is well. */
@CommandLine.Command(
    name = "status",
    description = {"Say whether the district runs and is well. 查看状态。", ""},
    footer = {
      "",
      "Exit code 0: running and healthy; 1: running but not healthy; 3: not running.",
      "",
      "Examples 示例:",
      "  ./yiwang status",
      "  ./yiwang status --data /srv/yiwang"
    })
final class StatusCommand implements Command {
  private static final int NOT_RUNNING = 3;

  @Override
  public int run(Surroundings surroundings) {
    Optional<RunningProgram> found = surroundings.findRunning();
    if (found.isEmpty()) {
      System.out.println("· 没有在运行 / Nothing runs on " + surroundings.data());
      return NOT_RUNNING;
    }
    RunningProgram running = found.get();
    if (running.port() == 0) {
      System.out.printf("· 正在启动 / Process %d is starting%n", running.pid());
      return CommandLine.ExitCode.SOFTWARE;
    }
    Health health = Health.of(running);
    System.out.printf(
        "%s %s%s · pack %s · process %d%n",
        health.up() ? "✓ 运行正常 / Up" : "! 运行异常 / Not healthy",
        running.address(),
        health.up() ? "" : " · " + health.answer(),
        running.pack(),
        running.pid());
    return health.up() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
