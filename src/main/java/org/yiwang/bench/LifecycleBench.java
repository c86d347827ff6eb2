package org.yiwang.bench;

import java.util.concurrent.Callable;
import org.yiwang.launch.Command;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench lifecycle}: how many cases a second go their whole way. */
@CommandLine.Command(
    name = "lifecycle",
    description = {
      "Measure the work on cases beside plain SQL. 测量办件全程吞吐。",
      "Create, assign, resolve, search over HTTP on the running program, and plain SQL",
      "writing the same facts in the same run.",
      ""
    },
    footer = {
      "",
      "Examples 示例:",
      "  ./yiwang start --data data-bench --background",
      "  ./yiwang bench lifecycle --data data-bench --cases 20000 --json",
      ""
    },
    mixinStandardHelpOptions = true)
class LifecycleBench implements Command {
  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "How many cases. Default: ${DEFAULT-VALUE}")
  private int cases = 5_000;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = {
        "How many before those that count: a program that was",
        "just started still compiles. Default: ${DEFAULT-VALUE}"
      })
  private int warmUp = 8_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many clients side by side, 1 to 64. Default: ${DEFAULT-VALUE}")
  private int clients = 8;

  @Option(
      names = "--category",
      paramLabel = "ID",
      description = "A category whose lifecycle has the two actions.")
  private String category = "";

  @Option(
      names = "--at",
      paramLabel = "LON,LAT",
      description = "Longitude,latitude inside the district.")
  private String at = "";

  @Option(names = "--json", description = "One line of JSON instead of a table.")
  private boolean json;

  @Override
  public String group() {
    return "bench";
  }

  @Override
  public int run(Surroundings surroundings) throws Exception {
    Measured measured = Measured.on(surroundings);
    var plan =
        new BenchPlan(
            Math.clamp(cases, 100, 1_000_000),
            Math.clamp(warmUp, 0, 1_000_000),
            Math.clamp(clients, 1, 64));
    return surroundings.withBeans(
        beans -> {
          try (BenchScene scene = BenchScene.set(beans, measured.program(), category, at)) {
            return measure(scene, plan, measured.database());
          }
        });
  }

  private int measure(BenchScene scene, BenchPlan plan, DatabaseAddress database) {
    Progress progress = json ? Progress.silent() : Progress.to(System.err);
    Timings overHttp = plan.run("over HTTP", progress, () -> new HttpLifecycle(scene));
    Timings plain = PlainSql.measured(database, scene, plan.bare(), progress);
    BenchResult result = BenchResult.of(plan, overHttp, plain);
    System.out.println(json ? result.json() : result.table());
    return 0;
  }

  /** Makes a worker for one client. */
  interface Workers extends Callable<Worker> {}
}
