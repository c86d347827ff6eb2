package org.yiwang.launch;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A district's database being opened (打开数据库) beside everything else that starts: connections and
 * migrations wait for PostgreSQL, the beans meanwhile do not.
 */
final class OpeningDatabase {
  private final CompletableFuture<HikariDataSource> opened = new CompletableFuture<>();

  private OpeningDatabase() {}

  /** Begins on a thread of its own and returns at once. */
  static OpeningDatabase begin(ProgramSettings settings, Supplier<DatabaseAddress> address) {
    OpeningDatabase opening = new OpeningDatabase();
    opening.opened.completeAsync(
        () -> openOwn(settings, address.get()),
        work -> Thread.ofPlatform().name("database-opening").daemon().start(work));
    return opening;
  }

  private static HikariDataSource openOwn(ProgramSettings settings, DatabaseAddress address) {
    OwnDatabase.knock(address);
    return open(
        settings.pack(), settings.mayBegin(), address, e -> OwnDatabase.unreachable(why(e), e));
  }

  /**
   * Connections to the pack's schema in an outside database, which is up to date.
   *
   * @param mayBegin whether the schema is made where it is absent
   * @throws LaunchException if it cannot be reached or brought up to date, or may not be made
   */
  static HikariDataSource open(Path pack, boolean mayBegin, DatabaseAddress address) {
    OutsideDatabase.knock(address);
    return open(pack, mayBegin, address, e -> OutsideDatabase.unreachable(why(e), e));
  }

  private static HikariDataSource open(
      Path pack,
      boolean mayBegin,
      DatabaseAddress address,
      Function<RuntimeException, LaunchException> refused) {
    String schema = Migration.schema(pack.toAbsolutePath().normalize().getFileName().toString());
    HikariDataSource pool;
    try {
      pool = Pool.open(address, schema);
    } catch (PoolInitializationException e) {
      throw refused.apply(e);
    }
    try {
      if (!mayBegin && !Migration.begun(pool, schema)) {
        throw NoDistrict.of(pack);
      }
      Migration.apply(pool, schema);
      return pool;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static String why(RuntimeException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
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
