package org.yiwang.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL runs here. What it has acknowledged is on the disk: {@code fsync}, {@code
 * synchronous_commit} and {@code full_page_writes} are said out loud so that nobody wonders.
 */
final class PostgresSettings {
  private static final List<String> ALWAYS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "log_min_messages=warning",
          "log_line_prefix=%m [%p] ",
          "timezone=UTC",
          "log_timezone=UTC",
          "jit=off",
          "random_page_cost=1.1",
          "work_mem=16MB",
          "maintenance_work_mem=128MB",
          // Parallel workers need /dev/shm, which containers keep small, and cores, which are few.
          "max_parallel_workers_per_gather=0",
          "idle_in_transaction_session_timeout=10min");

  private static final List<String> DURABLE =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "wal_level=replica",
          "wal_compression=on",
          "wal_buffers=16MB",
          "min_wal_size=256MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "checkpoint_completion_target=0.9");

  /**
   * For tests, whose databases are thrown away; a vacuum at work in one would keep it from being
   * dropped or copied. Many programs with other settings stay open beside each other in one run,
   * each with a pool of its own.
   */
  private static final List<String> FORGETFUL =
      List.of(
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "shared_buffers=64MB",
          "autovacuum=off",
          "max_connections=400");

  private PostgresSettings() {}

  static List<String> arguments(int port, boolean durable) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.add("port=" + port);
    all.addAll(durable ? DURABLE : FORGETFUL);
    if (durable) {
      all.add("shared_buffers=" + sharedBuffers());
      all.add("effective_cache_size=2GB");
    }
    return all.stream().flatMap(setting -> List.of("-c", setting).stream()).toList();
  }

  /** 512 MB where the machine has them to spare (8 GiB and more), 128 MB elsewhere. */
  private static String sharedBuffers() {
    long memory =
        ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return memory >= 8L << 30 ? "512MB" : "128MB";
  }
}
