package org.yiwang.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yiwang.launch.Command;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.Surroundings;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Packs;
import org.yiwang.words.WordIndex;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench search}: how long finding a matter in own words takes. */
@CommandLine.Command(
    name = "search",
    description = {
      "Measure finding matters in own words. 测量事项搜索。",
      "Makes matters from the pack's own words, and searches them in Chinese and English,",
      "with mistakes, beside bare Lucene. Needs no running program.",
      ""
    },
    footer = {
      "",
      "Examples 示例:",
      "  ./yiwang bench search --matters 5000 --json",
      "  ./yiwang bench search --queries 20000 --clients 2",
      ""
    },
    mixinStandardHelpOptions = true)
class SearchBench implements Command {
  private static final int SHOWN = 20;

  @Option(
      names = "--matters",
      paramLabel = "N",
      description = "How many matters. Default: ${DEFAULT-VALUE}")
  private int matters = 5_000;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "How many searches. Default: ${DEFAULT-VALUE}")
  private int queries = 10_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many side by side, 1 to 64. Default: ${DEFAULT-VALUE}")
  private int clients = 4;

  @Option(names = "--seed", description = "Makes the same matters again. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(names = "--json", description = "One line of JSON instead of a table.")
  private boolean json;

  /** What the index cost. */
  private record Built(double millis, double megabytes) {}

  @Override
  public String group() {
    return "bench";
  }

  @Override
  public int run(Surroundings surroundings) {
    List<Matter> own = matters(surroundings.pack());
    if (own.isEmpty()) {
      throw new LaunchException(
          "这个城区包没有声明事项；请换一个，例如 --pack packs/yangpu。",
          "The pack declares no matter; try --pack packs/yangpu.");
    }
    var plan = new BenchPlan(Math.clamp(queries, 100, 1_000_000), Math.clamp(clients, 1, 64));
    measure(new WrittenMatters(own, seed), plan, Math.clamp(matters, own.size(), 100_000));
    return 0;
  }

  private static List<Matter> matters(Path pack) {
    return Matters.listIn(Packs.load(pack));
  }

  private void measure(WrittenMatters written, BenchPlan plan, int count) {
    List<WordIndex.Entry> entries = written.write(count);
    List<WrittenMatters.Typed> typed =
        Stream.generate(() -> written.query(entries)).limit(2_000).toList();
    Progress progress = json ? Progress.silent() : Progress.to(System.err);
    long used = used();
    long before = System.nanoTime();
    WordIndex index = new WordIndex(entries);
    double millis = (System.nanoTime() - before) / 1e6;
    Built built = new Built(millis, Math.max(0, used() - used) / 1e6);
    Timings found =
        plan.run(
            "searches",
            progress,
            () -> new Searching<>(typed, t -> index.search(t.words(), t.language(), SHOWN)));
    BareSearch bare = new BareSearch(entries);
    Timings plain =
        plan.run(
            "bare Lucene",
            progress,
            () -> new Searching<>(typed, t -> bare.search(t.words(), SHOWN)));
    System.out.println(said(json ? LINE : TABLE, plan, count, built, found, plain));
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static final String LINE =
      "{\"matters\":%d,\"queries\":%d,\"clients\":%d,\"index_ms\":%.0f,\"index_mb\":%.1f,"
          + "\"searches_per_second\":%.0f,\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"p99_ms\":%.2f,"
          + "\"bare_p50_ms\":%.3f,\"ratio\":%.3f}";
  private static final String TABLE =
      """
      matters              %,d; %,d searches by %d side by side
      index                %.0f ms, %.1f MB
      searches per second  %,.0f
      one search           %.2f ms median, %.2f ms for 95, %.2f ms for 99 of 100
      bare Lucene          %.3f ms median
      ratio                %.3f\
      """;

  private static String said(
      String form, BenchPlan plan, int count, Built built, Timings found, Timings plain) {
    return String.format(
        Locale.ROOT,
        form,
        count,
        plan.cases(),
        plan.clients(),
        built.millis(),
        built.megabytes(),
        found.perSecond(),
        found.within(0.5),
        found.within(0.95),
        found.within(0.99),
        plain.within(0.5),
        plain.within(0.5) / found.within(0.5));
  }
}
