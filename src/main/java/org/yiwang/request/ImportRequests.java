package org.yiwang.request;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Cases;
import org.yiwang.casework.OldCase;

/**
 * Takes over requests of another system (历史诉求导入), 500 in a transaction. Stopping loses nothing: a
 * further run finds by their outside keys those that are there and goes on after them.
 */
@Component
class ImportRequests {
  static final int BATCH = 500;

  private final Categories categories;
  private final RequestCheck check;
  private final Cases cases;
  private final RequestStore store;
  private final TransactionTemplate transaction;
  private final DistrictTime time;
  private final ReporterLanguage languages;

  ImportRequests(
      Categories categories,
      RequestCheck check,
      Cases cases,
      RequestStore store,
      PlatformTransactionManager transactions,
      DistrictTime time,
      ReporterLanguage languages) {
    this.categories = categories;
    this.check = check;
    this.cases = cases;
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.time = time;
    this.languages = languages;
  }

  /**
   * How far an import has come.
   *
   * @param known rows that were there already
   * @param refused rows refused, by reason
   */
  record Tally(long rows, long added, long known, Map<String, Long> refused) {
    long refusedRows() {
      return refused.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** What an import does while it runs: told after each batch, asked before the next. */
  record Course(Consumer<Tally> told, BooleanSupplier stop) {}

  /** The file's refused rows stand in {@code FILE.refused.csv} afterwards, each with its reason. */
  static Path refusedFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".refused.csv");
  }

  Tally run(ImportSource source, Path refusedFile, Course course) throws IOException {
    Run run = new Run(new ImportRow(source, categories, check, time.instant()), course);
    Files.deleteIfExists(refusedFile);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(source.file())) {
      for (NamedCsvRecord row : rows) {
        if (run.batch.size() == BATCH && !run.write()) {
          break;
        }
        run.take(row);
      }
      run.write();
    }
    run.keepRefused(refusedFile);
    return run.tally();
  }

  /** One import while it runs. */
  private final class Run {
    private final ImportRow reading;
    private final Course course;
    private final List<OldCase> batch = new ArrayList<>();
    private final List<List<String>> refusedRows = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private List<String> header = List.of();
    private long rows;
    private long added;
    private long known;

    Run(ImportRow reading, Course course) {
      this.reading = reading;
      this.course = course;
    }

    void take(NamedCsvRecord row) {
      rows++;
      header = row.getHeader();
      try {
        batch.add(reading.read(row));
      } catch (ImportRow.Refused refused) {
        String reason = String.valueOf(refused.getMessage());
        reasons.merge(reason, 1L, Long::sum);
        List<String> line = new ArrayList<>(row.getFields());
        line.add(reason);
        refusedRows.add(line);
      }
    }

    /** Writes what was gathered; false when it is to stop. */
    boolean write() {
      List<@Nullable String> numbers =
          Objects.requireNonNull(transaction.execute(status -> adopt()));
      long fresh = numbers.stream().filter(Objects::nonNull).count();
      added += fresh;
      known += batch.size() - fresh;
      batch.clear();
      course.told().accept(tally());
      return !course.stop().getAsBoolean();
    }

    private List<@Nullable String> adopt() {
      List<@Nullable String> numbers = cases.adopt(batch);
      List<String> fresh = new ArrayList<>();
      for (String number : numbers) {
        if (number != null) {
          fresh.add(number);
        }
      }
      store.insertAll(fresh, languages.first());
      return numbers;
    }

    void keepRefused(Path file) throws IOException {
      if (refusedRows.isEmpty()) {
        return;
      }
      try (CsvWriter writer = CsvWriter.builder().build(file)) {
        List<String> first = new ArrayList<>(header);
        first.add("refused");
        writer.writeRecord(first);
        refusedRows.forEach(writer::writeRecord);
      }
    }

    Tally tally() {
      return new Tally(rows, added, known, Map.copyOf(reasons));
    }
  }
}
