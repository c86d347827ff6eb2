package org.yiwang.bench;

import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.Surroundings;
import org.yiwang.pack.District;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench submit}: how long sending an application with three credentials takes. */
@CommandLine.Command(
    name = "submit",
    description = {
      "Measure sending applications with three credentials. 测量提交申请。",
      "Signed-in applicants fill a matter's form in over HTTP, fetch three credentials and",
      "send, at a quick person's pace; the sending is timed. Plain SQL writes the same facts.",
      ""
    },
    footer = {
      "",
      "Examples 示例:",
      "  ./yiwang start --data data-bench --background",
      "  ./yiwang bench submit --data data-bench --count 5000 --users 50 --json",
      "  ./yiwang bench submit --data data-bench --matter funeral-grant",
      ""
    },
    mixinStandardHelpOptions = true)
class SubmitBench implements Command {
  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many applications. Default: ${DEFAULT-VALUE}")
  private int count = 2_000;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many people at the same time, 1 to 100. Default: ${DEFAULT-VALUE}")
  private int users = 50;

  @Option(
      names = "--matter",
      paramLabel = "ID",
      description = "A matter that needs credentials. Default: the first with three.")
  private String matter = "";

  @Option(
      names = "--pause",
      paramLabel = "MS",
      description = "How long each rests before a page, about. 0: never. Default: ${DEFAULT-VALUE}")
  private int pause = 1_000;

  @Option(names = "--json", description = "One line of JSON instead of a table.")
  private boolean json;

  @Override
  public String group() {
    return "bench";
  }

  @Override
  public int run(Surroundings surroundings) {
    Measured measured = Measured.on(surroundings);
    var plan = new BenchPlan(Math.clamp(count, 100, 1_000_000), Math.clamp(users, 1, 100));
    var pace = new Pace(Math.clamp(pause, 0, 60_000));
    return surroundings.withBeans(
        beans -> {
          try (SubmitScene scene = SubmitScene.set(beans, matter, plan.clients())) {
            Progress progress = json ? Progress.silent() : Progress.to(System.err);
            Timings sent =
                plan.run(
                    "applications sent",
                    progress,
                    () -> scene.signIn(measured.program().address(), pace));
            Timings plain = plain(beans, scene, plan, pace, measured.database());
            System.out.println(
                json ? line(scene, plan, sent, plain) : table(scene, plan, sent, plain));
            return 0;
          }
        });
  }

  private Timings plain(
      ApplicationContext beans,
      SubmitScene scene,
      BenchPlan plan,
      Pace pace,
      DatabaseAddress database) {
    Progress progress = json ? Progress.silent() : Progress.to(System.err);
    String from = beans.getBean(District.class).id().replace('-', '_');
    return new BareTables(database, from, PlainSubmission.TABLES)
        .measured(
            tables ->
                plan.run(
                    "plain SQL",
                    progress,
                    () -> new PlainSubmission(tables.open(), scene.parts().size(), pace)));
  }

  private String line(SubmitScene scene, BenchPlan plan, Timings sent, Timings plain) {
    return String.format(
        Locale.ROOT,
        "{\"matter\":\"%s\",\"count\":%d,\"users\":%d,\"pause_ms\":%d,\"submissions_per_second\":%.1f,"
            + "\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"p99_ms\":%.2f,\"plain_sql_per_second\":%.1f,"
            + "\"plain_sql_p50_ms\":%.2f,\"ratio\":%.3f}",
        scene.matter().id(),
        plan.cases(),
        plan.clients(),
        pause,
        sent.perSecond(),
        sent.within(0.5),
        sent.within(0.95),
        sent.within(0.99),
        plain.perSecond(),
        plain.within(0.5),
        plain.within(0.5) / sent.within(0.5));
  }

  private String table(SubmitScene scene, BenchPlan plan, Timings sent, Timings plain) {
    return String.format(
        Locale.ROOT,
        """
        matter                  %s
        applications            %,d by %d people at the same time, who rest %d ms before a page
        submissions per second  %.1f, filled in and sent
        one sending             %.2f ms median, %.2f ms for 95, %.2f ms for 99 of 100
        plain SQL per second    %.1f at the same pace, one sending %.2f ms median
        ratio                   %.3f of the medians\
        """,
        scene.matter().id(),
        plan.cases(),
        plan.clients(),
        pause,
        sent.perSecond(),
        sent.within(0.5),
        sent.within(0.95),
        sent.within(0.99),
        plain.perSecond(),
        plain.within(0.5),
        plain.within(0.5) / sent.within(0.5));
  }
}
