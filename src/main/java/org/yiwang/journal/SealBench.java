package org.yiwang.journal;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench seal}: how many entries a second come into the log. */
@CommandLine.Command(
    name = "seal",
    description = {
      "Measure sealing the journal beside plain SQL. 测量日志封存速度。",
      "Entries are sealed into a log, and plain SQL inserts the same leaves in the same",
      "run, in tables of their own that are dropped.",
      ""
    },
    footer = {
      "",
      "Runs on the database of the running program, or starts that of the data folder.",
      "",
      "Examples 示例:",
      "  ./yiwang start --data data-bench --background",
      "  ./yiwang bench seal --data data-bench",
      "  ./yiwang bench seal --data data-bench --entries 200000 --json"
    })
final class SealBench implements Command {
  @Option(names = "--entries", description = "How many entries 条数. Default: ${DEFAULT-VALUE}")
  private int entries = 100_000;

  @Option(names = "--json", description = "One line of JSON instead of a table 输出 JSON")
  private boolean json;

  @Override
  public String group() {
    return "bench";
  }

  @Override
  public int run(Surroundings surroundings) {
    return surroundings.withBeans(this::measure);
  }

  private int measure(ApplicationContext beans) {
    int count = Math.clamp(entries, 10_000, 10_000_000);
    try (var place =
        SealBenchPlace.open(
            beans.getBean(DataSource.class),
            beans.getBeanProvider(SecretKeeper.class),
            beans.getBean(DistrictTime.class))) {
      say("Writing %,d entries", count);
      place.fill(count + count / 10 + SealEntries.BATCH); // warming up seals whole batches
      say("Warming up");
      place.seal(count / 10);
      say("Sealing %,d entries", count);
      double seals = place.seal(count) / place.seconds();
      say("The same leaves by plain SQL");
      double bare = place.copy() / place.seconds();
      System.out.println(json ? json(count, seals, bare) : table(count, seals, bare));
      return CommandLine.ExitCode.OK;
    }
  }

  private void say(String words, Object... values) {
    if (!json) {
      System.err.printf(Locale.ROOT, "· " + words + "%n", values);
    }
  }

  private static String json(int count, double seals, double bare) {
    return String.format(
        Locale.ROOT,
        "{\"entries\":%d,\"seals_per_second\":%.0f,\"plain_sql_per_second\":%.0f,\"ratio\":%.3f}",
        count,
        seals,
        bare,
        seals / bare);
  }

  private static String table(int count, double seals, double bare) {
    return String.format(
        Locale.ROOT,
        """
        entries                %,d
        seals per second       %,.0f
        plain SQL per second   %,.0f
        ratio                  %.3f\
        """,
        count,
        seals,
        bare,
        seals / bare);
  }
}
