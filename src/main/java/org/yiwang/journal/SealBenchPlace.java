package org.yiwang.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;

/**
 * A journal and its log in a schema of their own, made as the migrations make them, and dropped.
 */
final class SealBenchPlace implements AutoCloseable {
  private static final String MIGRATIONS = "classpath*:db/journal/V*.sql";
  private static final int MOST_IN_VAIN = 10_000;
  private static final String FILL =
      """
      insert into journal_entry
        (at, kind, subject, actor_kind, actor_account, actor_zh, actor_en, facts)
      select now(), 'case.moved', 'case:BENCH-' || n, 'PERSON', 'bench', '测量', 'Bench',
        jsonb_build_object('version', 2, 'action', 'dispatch', 'from', 'received', 'to', 'handle',
          'unit', 'construction', 'step-due', '2026-11-22T13:00:00Z', 'note', '请尽快处理 ' || n)
      from generate_series(1, ?) n
      """;

  private final Connection connection;
  private final String schema;
  private final JdbcClient sql;
  private final LogStore store;
  private final SealEntries sealing;
  private final TransactionTemplate transaction;
  private double seconds;

  private SealBenchPlace(
      Connection connection,
      String schema,
      ObjectProvider<SecretKeeper> keeper,
      DistrictTime time) {
    var single = new SingleConnectionDataSource(connection, true);
    var transactions = new JdbcTransactionManager(single);
    this.connection = connection;
    this.schema = schema;
    this.sql = JdbcClient.create(single);
    this.store = new LogStore(sql, new JdbcTemplate(single));
    this.transaction = new TransactionTemplate(transactions);
    var keys = new LogKeys(sql, keeper, "bench.invalid/journal");
    this.sealing = new SealEntries(store, keys, new SettledEntries(sql), sql, transactions, time);
  }

  static SealBenchPlace open(
      DataSource database, ObjectProvider<SecretKeeper> keeper, DistrictTime time) {
    String schema = "bench_" + UUID.randomUUID().toString().substring(0, 8);
    try {
      Connection connection = database.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("create schema " + schema);
        statement.execute("set search_path to " + schema);
        for (Resource migration : migrations()) {
          statement.execute(migration.getContentAsString(StandardCharsets.UTF_8));
        }
        statement.execute("create table journal_bare (like journal_leaf including all)");
      }
      return new SealBenchPlace(connection, schema, keeper, time);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Sealing cannot be measured here: " + e.getMessage(), e);
    }
  }

  /** Every migration of this module, in order: the tables are what the program's are. */
  private static List<Resource> migrations() throws IOException {
    return Stream.of(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
        .sorted(Comparator.comparing(Resource::getFilename))
        .toList();
  }

  void fill(int count) {
    sql.sql(FILL).param(count).update();
    sql.sql("analyze journal_entry").update();
  }

  /**
   * Seals at least so many; returns how many. A program that seals its own journal meanwhile holds
   * the lead now and then: this waits for its turn as any instance does.
   */
  long seal(int count) {
    long began = System.nanoTime();
    long sealed = 0;
    for (int inVain = 0; sealed < count && inVain < MOST_IN_VAIN; ) {
      int batch = sealing.seal();
      inVain = batch == 0 ? inVain + 1 : 0;
      sealed += batch;
    }
    seconds = (System.nanoTime() - began) / 1e9;
    return sealed;
  }

  /** Inserts the sealed leaves once more, in batches of the same size; returns how many. */
  long copy() {
    seconds = 0;
    long copied = 0;
    List<Leaf> leaves;
    while (!(leaves = store.listLeaves(copied, copied + SealEntries.BATCH)).isEmpty()) {
      List<Leaf> batch = leaves;
      long began = System.nanoTime();
      transaction.executeWithoutResult(t -> store.addLeaves("journal_bare", batch));
      seconds += (System.nanoTime() - began) / 1e9;
      copied += batch.size();
    }
    return copied;
  }

  /** How long the last of both took. */
  double seconds() {
    return seconds;
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema " + schema + " cascade");
      statement.execute("reset search_path"); // the connection goes back to the pool
    } catch (SQLException e) {
      throw new IllegalStateException("The schema %s was left behind".formatted(schema), e);
    }
  }
}
