package org.yiwang.journal;

import java.time.Duration;
import org.yiwang.launch.Command;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang journal rotate-key}: a new key for the log's checkpoints. */
@CommandLine.Command(
    name = "rotate-key",
    description = {
      "Make a new key for signing the log's checkpoints. 更换日志签名密钥。",
      "The former one stays published, and what it signed goes on checking.",
      "旧密钥继续公布，旧检查点照样可核验。",
      ""
    },
    footer = {
      "",
      "For --overlap days both keys sign, so that whoever knows only the former goes on checking.",
      "A former key that somebody else may know: --at-once, and tell those who keep checkpoints.",
      "",
      "Examples 示例:",
      "  ./yiwang journal rotate-key",
      "  ./yiwang journal rotate-key --overlap 90",
      "  ./yiwang journal rotate-key --at-once"
    })
final class RotateLogKeyCommand implements Command {
  private static final int LONGEST = 3650;

  @Option(
      names = "--overlap",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "How long the former key signs along 新旧并签天数 (default: 30)")
  int overlap;

  @Option(names = "--at-once", description = "The former key signs nothing more 旧密钥立即停签")
  boolean atOnce;

  @Override
  public String group() {
    return "journal";
  }

  @Override
  public int run(Surroundings surroundings) {
    if (overlap < 0 || overlap > LONGEST) {
      throw LaunchException.wronglyCalled(
          "--overlap 是并签天数，应在 0 至 3650 之间。", "--overlap is a number of days, 0 to 3650.");
    }
    Duration along = atOnce ? Duration.ZERO : Duration.ofDays(overlap);
    return surroundings.withBeans(
        beans -> {
          tell(beans.getBean(RotateLogKey.class).rotate(along), along);
          return CommandLine.ExitCode.OK;
        });
  }

  private static void tell(LogKeys.Rotated rotated, Duration along) {
    System.out.println("✓ The log has a new key 日志有了新密钥: " + rotated.now().words());
    System.out.println("  Former key 旧密钥: " + rotated.former().words());
    System.out.println(
        along.isZero()
            ? "  It signs nothing more 旧密钥不再签名."
            : "  Both sign for %d %s 并签 %1$d 天."
                .formatted(along.toDays(), along.toDays() == 1 ? "day" : "days"));
    System.out.println("  Both are published at /journal/key 两把公钥都在 /journal/key 公布.");
  }
}
