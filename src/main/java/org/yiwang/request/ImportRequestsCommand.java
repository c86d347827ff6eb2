package org.yiwang.request;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.Surroundings;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.request.ImportRequests.Course;
import org.yiwang.request.ImportRequests.Tally;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang import requests FILE}: brings in another system's requests. */
@CommandLine.Command(
    name = "requests",
    description = {"Bring in requests of another system. 导入历史诉求。", ""},
    footer = {
      "",
      "The pack says how the file is read: imports/NAME.yaml of an application.",
      "Running it again changes nothing; after Ctrl-C it goes on where it stopped.",
      "Refused rows stand in FILE.refused.csv, each with its reason.",
      "",
      "Examples 示例:",
      "  ./yiwang import requests --pack packs/san-francisco --data data-sf \\",
      "    packs/san-francisco/service-requests/imports/sample.csv",
      "  ./yiwang import requests --pack packs/san-francisco --data data-sf \\",
      "    --mapping sf311 --refused refused.csv old.csv"
    })
final class ImportRequestsCommand implements Command {
  @Parameters(paramLabel = "FILE", description = "CSV file with a header 带表头的 CSV 文件")
  @Nullable Path file;

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "Which of the pack's imports 用哪个导入映射 (default: the only one)")
  @Nullable String mapping;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description = "Where refused rows are written 被拒行写到哪里 (default: FILE.refused.csv)")
  @Nullable Path refused;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public String group() {
    return "import";
  }

  @Override
  public int run(Surroundings surroundings) {
    Path from = file;
    if (from == null || !Files.isReadable(from)) {
      throw LaunchException.wronglyCalled(
          "读不到文件 %s。请检查它的路径和权限。".formatted(from),
          "There is no file to read at %s. See its path and who may read it.".formatted(from));
    }
    return surroundings.withBeans(
        beans -> {
          try {
            return importWith(beans, from);
          } finally {
            ended.countDown();
          }
        },
        this::stopAndWait);
  }

  private int importWith(ApplicationContext beans, Path from) {
    List<Defined<ImportMapping>> all = beans.getBean(District.class).list(RequestPackPart.IMPORTS);
    List<Defined<ImportMapping>> fit =
        all.stream().filter(one -> mapping == null || one.id().equals(mapping)).toList();
    if (fit.size() != 1) {
      throw notOne(all);
    }
    ImportSource source =
        new ImportSource(from, fit.getFirst().application(), fit.getFirst().value());
    try {
      return run(beans.getBean(ImportRequests.class), source);
    } catch (IOException unreadable) {
      throw new LaunchException(
          "文件读写不了：" + unreadable.getMessage(),
          "The file cannot be read or written: " + unreadable.getMessage(),
          unreadable);
    } catch (CsvParseException torn) {
      throw new LaunchException(
          "文件不是完整的 CSV：引号没有闭合，或某格过长（%s）。请改好后再运行一次；已有的行不会重复加入。".formatted(torn.getMessage()),
          "The file is no complete CSV: a quote is not closed, or a cell is too long (%s). Mend it and run this again; rows that are there already are not added twice."
              .formatted(torn.getMessage()),
          torn);
    }
  }

  private static LaunchException notOne(List<Defined<ImportMapping>> all) {
    String known = String.join(", ", all.stream().map(Defined::id).toList());
    return all.isEmpty()
        ? LaunchException.wronglyCalled(
            "这个城区包没有说明如何读取文件的 imports/*.yaml。请用 --pack 换一个。",
            "This pack has no imports/*.yaml that says how the file is read. Choose another with --pack.")
        : LaunchException.wronglyCalled(
            "请用 --mapping 指定城区包的一个导入映射：%s。".formatted(known),
            "Name one of the pack's imports with --mapping: %s.".formatted(known));
  }

  private int run(ImportRequests imports, ImportSource source) throws IOException {
    Path refusedFile = refused == null ? ImportRequests.refusedFile(source.file()) : refused;
    ImportProgress progress = new ImportProgress(System.err, count(source.file()));
    Tally tally;
    try {
      tally = imports.run(source, refusedFile, new Course(progress::show, stop::get));
    } finally {
      progress.end();
    }
    tell(tally, refusedFile, stop.get());
    return CommandLine.ExitCode.OK;
  }

  /** The batch that is being written is finished; the program ends after that. */
  private void stopAndWait() {
    stop.set(true);
    try {
      ended.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static long count(Path file) throws IOException {
    try (var rows = CsvReader.builder().ofCsvRecord(file);
        Stream<?> all = rows.stream()) {
      return Math.max(0, all.count() - 1);
    }
  }

  private static void tell(Tally tally, Path refusedFile, boolean stopped) {
    System.out.printf(
        Locale.ROOT,
        "%s %,d rows: %,d added, %,d there already, %,d refused%n",
        stopped ? "! Stopped 已停止:" : "✓ Done 完成:",
        tally.rows(),
        tally.added(),
        tally.known(),
        tally.refusedRows());
    if (tally.added() == 0 && !stopped) {
      System.out.println("  Nothing has changed. 没有变化。");
    }
    tally
        .refused()
        .forEach((reason, n) -> System.out.printf(Locale.ROOT, "  %,8d  %s%n", n, reason));
    if (tally.refusedRows() > 0) {
      System.out.println("  Refused rows 被拒的行: " + refusedFile);
    }
    if (stopped) {
      System.out.println("  Run it again to go on. 再运行一次即可继续。");
    }
  }
}
