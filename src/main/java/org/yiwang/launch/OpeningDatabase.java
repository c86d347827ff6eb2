package org.yiwang.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A district's database being opened (打开数据库) beside everything else that starts: connections and
 * migrations wait for PostgreSQL, the beans meanwhile do not.
 */
final class OpeningDatabase {
  private final CompletableFuture<HikariDataSource> opened = new CompletableFuture<>();

  private OpeningDatabase() {}

  /** Begins on a thread of its own and returns at once. */
  static OpeningDatabase begin(Path pack, Supplier<DatabaseAddress> address) {
    OpeningDatabase opening = new OpeningDatabase();
    opening.opened.completeAsync(
        () -> open(pack, address.get()),
        work -> Thread.ofPlatform().name("database-opening").daemon().start(work));
    return opening;
  }

  /** Connections to the pack's schema, which is up to date. */
  static HikariDataSource open(Path pack, DatabaseAddress address) {
    String schema = Migration.schema(pack.toAbsolutePath().normalize().getFileName().toString());
    HikariDataSource pool = Pool.open(address, schema);
    Migration.apply(pool, schema);
    return pool;
  }

  /**
   * The connections, when they can be used.
   *
   * @throws LaunchException if the database cannot be started or brought up to date
   */
  HikariDataSource await() {
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
