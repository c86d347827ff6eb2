package org.yiwang.operations;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiwang.identity.Viewer;

/** One open page that counts are sent to; a slow one misses some and slows nobody. */
final class LiveListener {
  private final Viewer viewer;
  private final SseEmitter emitter;
  private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
  private @Nullable String last;

  LiveListener(Viewer viewer, SseEmitter emitter) {
    this.viewer = viewer;
    this.emitter = emitter;
  }

  Viewer viewer() {
    return viewer;
  }

  /** Listeners with equal scopes get the same counts. */
  Object scope() {
    boolean everything = viewer.reach().everything();
    return List.of(
        viewer.roles(),
        viewer.permissions(),
        viewer.reach(),
        everything ? "" : Objects.requireNonNullElse(viewer.account(), ""));
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
