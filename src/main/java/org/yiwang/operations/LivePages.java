package org.yiwang.operations;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;

/** Server-sent counts for open pages of officers. */
@Controller
class LivePages {
  private static final String AGAIN_SECONDS = "60";
  private final LiveHub hub;
  private final Viewers viewers;

  LivePages(LiveHub hub, Viewers viewers) {
    this.hub = hub;
    this.viewers = viewers;
  }

  /** 503 when too many pages listen; the page then stays as it was drawn. */
  @GetMapping("/live/counts")
  ResponseEntity<SseEmitter> counts(Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    return hub.listen(viewers.watch())
        .map(
            stream ->
                ResponseEntity.ok()
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .cacheControl(CacheControl.noStore())
                    .header("X-Accel-Buffering", "no")
                    .body(stream))
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS)
                    .build());
  }
}
