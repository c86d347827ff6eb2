package org.yiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much is measured.
 *
 * @param cases how many count
 * @param warmUp how many are done before and not counted
 * @param clients side by side
 */
record BenchPlan(int cases, int warmUp, int clients) {
  /** After a tenth as many to warm up. */
  BenchPlan(int cases, int clients) {
    this(cases, cases / 10, clients);
  }

  /** The same beside a database alone, which has nothing to compile. */
  BenchPlan bare() {
    return new BenchPlan(cases, clients);
  }

  Timings run(String what, Progress progress, Callable<Worker> workers) {
    List<Worker> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        all.add(workers.call());
      }
      round(threads, all, Math.max(clients, warmUp), progress.of(what + ", warming up"));
      return round(threads, all, cases, progress.of(what));
    } catch (Exception failed) {
      throw new IllegalStateException("Measuring " + what + " failed: " + failed, failed);
    } finally {
      all.forEach(BenchPlan::close);
    }
  }

  private Timings round(
      ExecutorService threads, List<Worker> workers, int count, Progress.Part progress)
      throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(count);
    long start = System.nanoTime();
    List<Future<long[]>> running = new ArrayList<>();
    for (Worker worker : workers) {
      running.add(threads.submit(() -> timed(worker, left, count, progress)));
    }
    List<long[]> timings = new ArrayList<>();
    for (Future<long[]> one : running) {
      timings.add(one.get());
    }
    progress.done(count);
    return Timings.of(timings, System.nanoTime() - start);
  }

  private static long[] timed(Worker worker, AtomicInteger left, int count, Progress.Part progress)
      throws Exception {
    long[] timings = new long[count];
    int done = 0;
    int now;
    while ((now = left.getAndDecrement()) > 0) {
      timings[done++] = worker.timed();
      progress.at(count - now);
    }
    return java.util.Arrays.copyOf(timings, done);
  }

  private static void close(Worker worker) {
    try {
      worker.close();
    } catch (Exception atTheEnd) {
      System.err.println("! 一个客户端未能关闭 / A client could not be closed: " + atTheEnd);
    }
  }
}
