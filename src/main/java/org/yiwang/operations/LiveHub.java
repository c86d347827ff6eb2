package org.yiwang.operations;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells open pages when counts change (实时计数). While somebody listens it asks the journal once a
 * second for its newest entry, one cheap question whoever listens; if there is something new it
 * counts once for each different scope, not for each listener. If counting is slow it waits in
 * proportion, so that listeners never slow the work on cases.
 */
@Component
class LiveHub implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveHub.class);

  /** More open pages than a district has officers; the next one is asked to come back. */
  static final int MOST = 500;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Counts also change when nothing happens: time passes and cases become late. */
  private static final Duration AT_LEAST = Duration.ofSeconds(20);

  /** After this a page connects anew and shows again who it is. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Counting takes at most a twentieth of the time. */
  private static final int REST = 19;

  private final Journal journal;
  private final LiveCounts counts;
  private final JsonMapper json;
  private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile boolean looking;

  LiveHub(Journal journal, LiveCounts counts, JsonMapper json) {
    this.journal = journal;
    this.counts = counts;
    this.json = json;
  }

  /** A stream of the viewer's counts, beginning with the present ones; empty when it is full. */
  Optional<SseEmitter> listen(Viewer viewer) {
    if (!running || listeners.size() >= MOST) {
      return Optional.empty();
    }
    var emitter = new SseEmitter(LONGEST.toMillis());
    var listener = new LiveListener(viewer, emitter);
    emitter.onCompletion(() -> listeners.remove(listener));
    emitter.onTimeout(listener::end);
    emitter.onError(failed -> listeners.remove(listener));
    listeners.add(listener);
    listener.send(written(viewer));
    look();
    return Optional.of(emitter);
  }

  int countListeners() {
    return listeners.size();
  }

  private String written(Viewer viewer) {
    return json.writeValueAsString(counts.count(viewer));
  }

  /** Begins to look, unless somebody does; ends when nobody listens any more. */
  private synchronized void look() {
    if (!looking && running) {
      looking = true;
      Thread.ofVirtual().name("live").start(this::keepLooking);
    }
  }

  private void keepLooking() {
    long seen = -1;
    long told = System.nanoTime();
    try {
      while (goOn()) {
        Thread.sleep(LOOK);
        long newest = journal.newest();
        if (newest != seen || System.nanoTime() - told > AT_LEAST.toNanos()) {
          seen = newest;
          told = System.nanoTime();
          tellAll();
          Thread.sleep(Duration.ofNanos((System.nanoTime() - told) * REST));
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      log.warn("Live counts stop until a page connects anew: {}", failed.toString());
      listeners.forEach(LiveListener::end);
    } finally {
      looking = false;
    }
  }

  private synchronized boolean goOn() {
    looking = running && !listeners.isEmpty();
    return looking;
  }

  /** Counts once for each scope among the listeners. */
  void tellAll() {
    for (Set<LiveListener> alike : scopes().values()) {
      String message = written(alike.iterator().next().viewer());
      alike.forEach(listener -> listener.send(message));
    }
  }

  private Map<Object, Set<LiveListener>> scopes() {
    return listeners.stream()
        .collect(Collectors.groupingBy(LiveListener::scope, Collectors.toSet()));
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams, before the web server waits for what is still open. */
  @Override
  public void stop() {
    running = false;
    listeners.forEach(LiveListener::end);
    listeners.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
