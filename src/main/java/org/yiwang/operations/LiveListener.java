package org.yiwang.operations;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;

/** One open page that counts are sent to; a slow one misses some and slows nobody. */
final class LiveListener {
  private final Supplier<Viewer> who;
  private final SseEmitter emitter;
  private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
  private volatile Viewer viewer;
  private @Nullable String last;

  /**
   * @param who looks up what the person may see at that moment
   */
  LiveListener(Supplier<Viewer> who, SseEmitter emitter) {
    this.who = who;
    this.viewer = who.get();
    this.emitter = emitter;
  }

  /** The person as last looked up. */
  Viewer viewer() {
    return viewer;
  }

  /** Looks up again what the person may see; whether that is something else than before. */
  boolean changed() {
    Viewer before = viewer;
    viewer = who.get();
    return !viewer.equals(before);
  }

  boolean maySee() {
    return viewer.may(Permission.SEE_CASES);
  }

  /**
   * Sends in a thread of its own, the newest only: what could not be sent meanwhile is left out.
   * Counts that have not changed become a comment, which keeps proxies from hanging up.
   */
  void send(String message) {
    if (waiting.getAndSet(message) == null) {
      Thread.ofVirtual().name("live-send").start(this::sendWaiting);
    }
  }

  private synchronized void sendWaiting() {
    String message = waiting.getAndSet(null);
    if (message == null) {
      return;
    }
    try {
      emitter.send(
          message.equals(last)
              ? SseEmitter.event().comment("still")
              : SseEmitter.event().data(message).reconnectTime(5000));
      last = message;
    } catch (IOException | IllegalStateException gone) {
      // The page is closed; the web server tells the hub.
    }
  }

  void end() {
    emitter.complete();
  }
}
