package org.yiwang.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

  /** Also how soon a right that was taken away ends a stream, on top of what accounts remember. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Counts also change when nothing happens: time passes and cases become late. */
  private static final Duration AT_LEAST = Duration.ofSeconds(20);

  /** After this a page connects anew. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Counting takes at most a twentieth of the time. */
  private static final int REST = 19;

  private final Journal journal;
  private final LiveCounts counts;
  private final JsonMapper json;
  private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  /** Whether a thread looks; read and written under this hub's lock, together with listeners. */
  private boolean looking;

  LiveHub(Journal journal, LiveCounts counts, JsonMapper json) {
    this.journal = journal;
    this.counts = counts;
    this.json = json;
  }

  /**
   * A stream of somebody's counts, beginning with the present ones; empty when it is full.
   *
   * @param who looks up what they may see, whenever asked: it may change while they listen
   */
  Optional<SseEmitter> listen(Supplier<Viewer> who) {
    if (!running || listeners.size() >= MOST) {
      return Optional.empty();
    }
    var emitter = new SseEmitter(LONGEST.toMillis());
    var listener = new LiveListener(who, emitter);
    emitter.onCompletion(() -> listeners.remove(listener));
    emitter.onTimeout(listener::end);
    emitter.onError(failed -> listeners.remove(listener));
    listener.send(written(listener.viewer()));
    add(listener);
    return Optional.of(emitter);
  }

  int countListeners() {
    return listeners.size();
  }

  private String written(Viewer viewer) {
    return json.writeValueAsString(counts.count(viewer));
  }

  /** Begins to look as well, unless a thread does. */
  private synchronized void add(LiveListener listener) {
    listeners.add(listener);
    if (!looking && running) {
      looking = true;
      Thread.ofVirtual().name("live").start(this::keepLooking);
    }
  }

  /** Whether to go on looking; the thread that is told no has ended for everybody else. */
  private synchronized boolean goOn() {
    looking = running && !listeners.isEmpty();
    return looking;
  }

  private synchronized Set<LiveListener> giveUp() {
    looking = false;
    Set<LiveListener> left = Set.copyOf(listeners);
    listeners.clear();
    return left;
  }

  private void keepLooking() {
    try {
      var round = new Round();
      while (goOn()) {
        Thread.sleep(LOOK);
        round.look();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      giveUp().forEach(LiveListener::end);
    } catch (RuntimeException failed) {
      log.warn("Live counts stop until a page connects anew: {}", failed.toString());
      giveUp().forEach(LiveListener::end);
    }
  }

  /** What one thread remembers from look to look. */
  private final class Round {
    private long seen = -1;
    private long told = System.nanoTime();
    private long restedAt = told;
    private boolean changed;

    /** Rights are looked up every time; counting waits until it has rested. */
    void look() {
      changed |= dropThoseWhoMayNot();
      long now = System.nanoTime();
      if (now < restedAt) {
        return;
      }
      long newest = journal.newest();
      if (changed || newest != seen || now - told > AT_LEAST.toNanos()) {
        seen = newest;
        told = now;
        changed = false;
        tellAll();
        long done = System.nanoTime();
        restedAt = done + (done - now) * REST;
      }
    }
  }

  /** Ends the streams of those who may see no cases any more; whether anybody sees other ones. */
  private boolean dropThoseWhoMayNot() {
    boolean changed = false;
    for (LiveListener listener : listeners) {
      changed |= listener.changed();
      if (!listener.maySee()) {
        listeners.remove(listener);
        listener.end();
      }
    }
    return changed;
  }

  /** Counts once for all who see the same. */
  void tellAll() {
    Map<Object, List<LiveListener>> alike =
        listeners.stream().collect(Collectors.groupingBy(one -> counts.alike(one.viewer())));
    for (List<LiveListener> same : alike.values()) {
      String message = written(same.getFirst().viewer());
      same.forEach(listener -> listener.send(message));
    }
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
