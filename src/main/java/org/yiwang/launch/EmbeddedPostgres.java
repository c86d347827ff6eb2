package org.yiwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that comes with the program (内置数据库): started, watched and stopped by it.
 *
 * <p>A keeper thread starts it and never ends while the program runs, because the kernel's order to
 * shut down at the parent's death follows the starting thread. If PostgreSQL dies by itself the
 * keeper starts it again; the connection pool recovers by itself. If that does not help, {@code
 * hopeless} is called.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration OLD_ONE_ENDS = Duration.ofSeconds(60);
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration SHUTDOWN = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 20;

  /** On a full disk; what room it needs is not known exactly, so it is tried now and then. */
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

  /** A database that lived this long was well; its failures before are forgotten. */
  private static final long WELL_AFTER_NANOS = Duration.ofMinutes(1).toNanos();

  private final DataFolder data;
  private final Narrator narrator;
  private final boolean durable;
  private final Runnable hopeless;
  private final DatabasePort ports;
  private final CompletableFuture<DatabaseAddress> ready = new CompletableFuture<>();
  private final Thread keeper;
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private volatile @Nullable PostgresCluster cluster;

  private EmbeddedPostgres(DataFolder data, Narrator narrator, boolean durable, Runnable hopeless) {
    this.data = data;
    this.ports = new DatabasePort(data);
    this.narrator = narrator;
    this.durable = durable;
    this.hopeless = hopeless;
    this.keeper = Thread.ofPlatform().name("postgres-keeper").daemon().unstarted(this::keep);
  }

  /** Begins to start it and returns at once; {@link #address} waits until it is ready. */
  static EmbeddedPostgres start(DataFolder data, Narrator narrator, Runnable hopeless) {
    EmbeddedPostgres postgres = new EmbeddedPostgres(data, narrator, true, hopeless);
    postgres.keeper.start();
    return postgres;
  }

  /** One for tests: quick, and nothing lasts. */
  static EmbeddedPostgres startForgetful(DataFolder data) {
    EmbeddedPostgres postgres = new EmbeddedPostgres(data, Narrator.silent(), false, () -> {});
    postgres.keeper.start();
    return postgres;
  }

  /**
   * Where it is; waits until it can be used.
   *
   * @throws LaunchException if it cannot be started
   */
  DatabaseAddress address() {
    try {
      return ready.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LaunchException said) {
        throw said;
      }
      throw cannotStart(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
    }
  }

  private void keep() {
    try {
      PostgresCluster opened = PostgresCluster.open(data, narrator, durable);
      if (opened.password().isEmpty()) {
        endOldOne(opened);
        narrator.say("· 数据库口令遗失，正在换新 / The database's password is lost: making another");
        opened = opened.withNewPassword(data);
      }
      cluster = opened;
      DiskRoom room = new DiskRoom(opened.folder());
      int failures = 0;
      while (!stopping) {
        long began = System.nanoTime();
        boolean was = serve(opened);
        failures = was && System.nanoTime() - began > WELL_AFTER_NANOS ? 0 : failures + 1;
        if (failures >= ATTEMPTS) {
          throw cannotStart(lastWords(), null);
        }
        if (!stopping && room.full()) {
          awaitRoom(room);
          failures = 0;
        }
      }
    } catch (RuntimeException | IOException e) {
      if (!ready.completeExceptionally(e)) {
        narrator.say("✗ 数据库无法继续 / The database cannot go on: " + e.getMessage());
        hopeless.run();
      }
    }
  }

  private LaunchException cannotStart(String why, @Nullable Throwable cause) {
    return new LaunchException(
        "数据库无法启动（%s）。请查看 %s；如文件已损坏，请用备份恢复数据目录。".formatted(why, data.databaseLog()),
        "The database does not start (%s). See %s; if its files are damaged, bring the data folder back from a backup."
            .formatted(why, data.databaseLog()),
        cause);
  }

  /** The program goes on meanwhile, and tells its visitors to come again in a few minutes. */
  private void awaitRoom(DiskRoom room) {
    if (!ready.isDone()) {
      throw new LaunchException(
          "%s 所在的磁盘已满或只读，数据库无法启动。请腾出空间后再启动；已确认的内容都在。".formatted(data.root()),
          "The disk of %s is full or read-only, so the database does not start. Make room and start again; whatever was acknowledged is safe."
              .formatted(data.root()));
    }
    narrator.say(
        "! 磁盘已满，数据库在等空间：请腾出至少 32 MB，它会自己继续 / The disk is full and the database waits: free 32 MB or more, and it goes on by itself");
    room.await(BETWEEN_TRIES, () -> stopping);
  }

  /** Starts it once and stays until it ends; true if it was usable in between. */
  private boolean serve(PostgresCluster cluster) throws IOException {
    endOldOne(cluster);
    int port = ports.choose();
    Process started = launch(cluster, port);
    process = started;
    boolean usable =
        waitUntil(RECOVERY, () -> !started.isAlive() || isReady(cluster)) && started.isAlive();
    if (usable) {
      ports.announce(port);
      if (!ready.complete(
          DatabaseAddress.local(
              port, PostgresCluster.DATABASE, PostgresCluster.USER, cluster.password()))) {
        narrator.say("✓ 数据库已恢复 / The database is back");
      }
    }
    int code = waitFor(started);
    if (!stopping && usable) {
      narrator.say(
          "! 数据库意外停止，正在重新启动 / The database ended by itself (exit code %d), starting it again"
              .formatted(code));
    } else if (!stopping) {
      // Perhaps the dead one's last back ends still hold its shared memory: let them go.
      pause(Duration.ofMillis(250));
    }
    return usable;
  }

  private Process launch(PostgresCluster cluster, int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(cluster.binaries().program("postgres"), "-D", cluster.folder().toString()));
    command.addAll(PostgresSettings.arguments(port, durable));
    return new ProcessBuilder(cluster.account().run(true, command))
        .directory(Path.of("/").toFile())
        .redirectErrorStream(true)
        .redirectOutput(data.databaseLog().toFile())
        .start();
  }

  private static boolean isReady(PostgresCluster cluster) {
    return PostmasterFile.find(cluster.folder()).filter(PostmasterFile::ready).isPresent();
  }

  /** A PostgreSQL that a killed program left behind: it is ending by itself, or is made to. */
  private void endOldOne(PostgresCluster cluster) throws IOException {
    var file = PostmasterFile.find(cluster.folder());
    if (file.isEmpty()) {
      return;
    }
    var old = file.get().findProcess(cluster.folder());
    if (old.isPresent()) {
      narrator.say("· 等待上次的数据库结束 / Waiting for the former database to end");
      signal(cluster, "INT", old.get().pid());
      if (!waitUntil(OLD_ONE_ENDS, () -> !old.get().isAlive())) {
        signal(cluster, "QUIT", old.get().pid());
        waitUntil(OLD_ONE_ENDS, () -> !old.get().isAlive());
      }
    }
    Files.deleteIfExists(PostmasterFile.path(cluster.folder()));
  }

  private static void signal(PostgresCluster cluster, String signal, long pid) throws IOException {
    List<String> command =
        List.of(cluster.binaries().program("pg_ctl"), "kill", signal, Long.toString(pid));
    waitFor(
        new ProcessBuilder(cluster.account().run(false, command))
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(data.databaseLog());
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  /** Stops it and waits until it is down. */
  @Override
  public void close() {
    stopping = true;
    Process running = process;
    PostgresCluster ours = cluster;
    if (ours == null || running == null || !running.isAlive()) {
      return;
    }
    try {
      signal(ours, "INT", running.pid());
      if (!running.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
        signal(ours, "QUIT", running.pid());
        running.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      running.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int waitFor(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nothing here is cancelled by interrupting: the process ends when it ends.
        Thread.interrupted();
      }
    }
  }

  private static boolean waitUntil(Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(Duration.ofMillis(10));
    }
    return true;
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
