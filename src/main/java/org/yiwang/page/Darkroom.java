package org.yiwang.page;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Where pictures that somebody sent are opened (暗房), on threads of its own: a request's thread is a
 * virtual one, and a few that count pixels for seconds would leave no processor to any other
 * request. More than can wait, and whoever waits too long, are asked to come again.
 */
public final class Darkroom {
  private final ExecutorService threads;
  private final Duration patience;

  /**
   * @param atOnce pictures that are opened at the same time
   * @param mostWaiting pictures that may wait for their turn
   * @param patience from when a picture is handed in until its answer has to be there
   */
  public Darkroom(int atOnce, int mostWaiting, Duration patience) {
    ThreadFactory names = Thread.ofPlatform().daemon().name("darkroom-", 1).factory();
    var pool =
        new ThreadPoolExecutor(
            atOnce, atOnce, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting), names);
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
    this.patience = patience;
  }

  /** Half of the processors: the other half stays with the pages. */
  public static int halfOfTheProcessors() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  /**
   * Does it on a thread of the darkroom and waits for the answer.
   *
   * @param work is interrupted when its time is over; {@link PictureFile} then stops unpacking
   * @param busy what is said when nobody else may wait, or the time is over
   */
  public <T> T develop(Callable<T> work, Supplier<RefusedException> busy) {
    Future<T> begun;
    try {
      begun = begin(work);
    } catch (RejectedExecutionException full) {
      throw busy.get();
    }
    try {
      return begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw busy.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw busy.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failed.getCause());
    } finally {
      begun.cancel(true);
    }
  }

  /**
   * Hands it in without waiting for it.
   *
   * @throws RejectedExecutionException if as many are waiting as may
   */
  public <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }
}
