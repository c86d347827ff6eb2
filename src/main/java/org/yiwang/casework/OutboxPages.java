package org.yiwang.casework;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * The outbox (发件箱): what an officer sent where no network reached waits on their own device, and
 * this page shows it. The server keeps nothing of it; it gives the page and what the browser needs.
 */
@Controller
class OutboxPages {
  private static final Text TITLE = Text.of("发件箱", "Outbox");
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  @GetMapping("/desk/outbox")
  ModelAndView show(Viewer viewer, Page page) {
    viewer.require(Permission.SEE_CASES);
    return page.view("casework/outbox", TITLE, "owner", viewer.requireSignedIn());
  }

  /** Stands at the root, since a browser lets such a script answer only what lies below it. */
  @GetMapping("/offline.js")
  ResponseEntity<Resource> offline() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("static/js/offline.js"));
  }
}
